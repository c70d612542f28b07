package org.tinkuy.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;
import reactor.core.publisher.Mono;

/// Rows of topics that must not stay as long as the others, for what they carry is personal. While
/// republished rows wait nothing goes: what tells that they were overtaken must be there.
///
/// @param keeps how long after it was published a row stays, by topic
record BriefRetention(DatabaseClient database, Map<String, Duration> keeps) implements Retention {

    private static final String REMOVE =
            """
            delete from outbox_messages where brief and position = any(array(
                select message.position
                from outbox_messages message
                    join unnest(cast(:topics as text[]), cast(:seconds as bigint[]))
                        as kept (topic, seconds) on kept.topic = message.topic
                where message.brief
                    and message.published_at < :now - make_interval(secs => kept.seconds)
                    and not exists (
                        select from outbox_messages where published_at is null and republished)
                limit :atMost for update of message skip locked))
            """;

    @Override
    public String table() {
        return "outbox_messages";
    }

    /// Each topic has its own.
    @Override
    public Duration keep() {
        return Duration.ZERO;
    }

    @Override
    public Mono<Long> remove(Instant now, int atMost) {
        return database.sql(REMOVE)
                .bind("topics", keeps.keySet().toArray(String[]::new))
                .bind(
                        "seconds",
                        keeps.values().stream().map(Duration::toSeconds).toArray(Long[]::new))
                .bind("now", now)
                .bind("atMost", atMost)
                .fetch()
                .rowsUpdated();
    }
}
