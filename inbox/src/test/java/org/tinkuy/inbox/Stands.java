package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// What tests say to the service of stands and see of it.
class Stands {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final DatabaseClient database;
    private final TransactionalOperator transactional;

    Stands(Outbox outbox, DatabaseClient database, TransactionalOperator transactional) {
        this.outbox = outbox;
        this.database = database;
        this.transactional = transactional;
    }

    static OutboxMessage visit(String stand) {
        return new OutboxMessage(
                "visits", stand, "stand-visited", 1, Instant.now(), Map.of("standId", stand));
    }

    static OutboxMessage published(String id, long sequence, String title) {
        return new OutboxMessage(
                "stands", id, "stand-published", sequence, Instant.now(), Map.of("title", title));
    }

    static OutboxMessage withdrawn(String id, long sequence) {
        return new OutboxMessage("stands", id, "stand-published", sequence, Instant.now(), null);
    }

    void save(OutboxMessage... messages) {
        saved(messages).block(PATIENCE);
    }

    /// Saved at a place in a trace.
    void saveAt(String traceparent, OutboxMessage... messages) {
        Traces.at(traceparent, saved(messages)).block(PATIENCE);
    }

    private Mono<Void> saved(OutboxMessage... messages) {
        return outbox.append(List.of(messages)).as(transactional::transactional);
    }

    long visitsOf(String stand) {
        return count("select count(*) from visit where stand_id = '" + stand + "'");
    }

    long count(String query) {
        return Objects.requireNonNull(
                database.sql(query)
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block(PATIENCE));
    }

    List<String> titlesOf(String stand) {
        return Objects.requireNonNull(
                database.sql("select title from followed_stand where id = :id")
                        .bind("id", stand)
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .block(PATIENCE));
    }

    void awaitVisits(String stand, long count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(visitsOf(stand)).isEqualTo(count));
    }

    void awaitTitle(String stand, String... titles) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(titlesOf(stand)).containsExactly(titles));
    }
}
