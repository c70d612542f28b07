package org.tinkuy.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Dead letters that the database refused to store and nobody has settled yet: a check is missing
/// somewhere, so health tells of them.
class UnsettledData {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DatabaseClient database;

    UnsettledData(DatabaseClient database) {
        this.database = database;
    }

    void add(UUID letter, String topic) {
        database.sql(
                        """
                        insert into inbox_data_letters (letter, topic) values (:letter, :topic)
                        on conflict do nothing
                        """)
                .bind("letter", letter)
                .bind("topic", topic)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }

    /// How many, by topic.
    Mono<Map<String, Long>> byTopic() {
        return database.sql(
                        "select topic, count(*) as letters from inbox_data_letters group by topic")
                .map(row ->
                        Map.entry(
                                Objects.requireNonNull(row.get("topic", String.class)),
                                Objects.requireNonNull(row.get("letters", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
