package org.tinkuy.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

record OwnStands(DatabaseClient database) implements Republishable {

    @Override
    public String topic() {
        return "stands";
    }

    @Override
    public Flux<OutboxMessage> currentStates() {
        return database.sql("select id, title, version from stand")
                .map(row ->
                        new OutboxMessage(
                                topic(),
                                required(row.get("id", UUID.class)).toString(),
                                "stand-published",
                                required(row.get("version", Long.class)),
                                Instant.now(),
                                Map.of("title", required(row.get("title", String.class)))))
                .all();
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
