package org.tinkuy.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What the service of stands has to say.
final class Stands {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Stands() {}

    static OutboxMessage visit(String stand) {
        return new OutboxMessage(
                "visits", stand, "stand-visited", 1, Instant.now(), Map.of("standId", stand));
    }

    static OutboxMessage published(String id, long sequence, String title) {
        return new OutboxMessage(
                "stands", id, "stand-published", sequence, Instant.now(), Map.of("title", title));
    }
}
