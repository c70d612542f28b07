package org.tinkuy.outbox;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/// The relay's side of the outbox table. Blocks: the relay owns its thread.
class OutboxRows {

    /// A query that a lost connection swallowed must not stop the relay.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DatabaseClient database;

    OutboxRows(DatabaseClient database) {
        this.database = database;
    }

    List<OutboxRow> unpublished(int limit) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select position,
                                    cast(extract(epoch from appended_at) * 1000000 as bigint)
                                        as appended_micros,
                                    id, topic, key, type, subject, sequence,
                                    cast(extract(epoch from time) * 1000000 as bigint)
                                        as time_micros,
                                    data, traceparent, republished
                                from outbox_messages where published_at is null
                                order by position limit :limit
                                """)
                        .bind("limit", limit)
                        .map(OutboxRows::row)
                        .all()
                        .collectList()
                        .block(PATIENCE));
    }

    /// The republished rows that a newer version has overtaken: they were read from the database
    /// before it was saved, so the compacted topic would end with an old state. Asked after the
    /// rows were read: what is committed later is also published later.
    Set<Long> overtaken(List<OutboxRow> rows) {
        var republished = rows.stream().filter(OutboxRow::republished).toList();
        if (republished.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                Objects.requireNonNull(
                        database.sql(
                                        """
                                        select distinct old.position
                                        from unnest(
                                                cast(:positions as bigint[]), cast(:topics as text[]),
                                                cast(:keys as text[]), cast(:sequences as bigint[]))
                                            as old (position, topic, key, sequence)
                                        join outbox_messages newer
                                            on newer.topic = old.topic and newer.key = old.key
                                            and newer.sequence > old.sequence
                                        where newer.appended_at > cast(:first as timestamptz) - interval '1 hour'
                                        """)
                                .bind(
                                        "positions",
                                        republished.stream()
                                                .map(OutboxRow::position)
                                                .toArray(Long[]::new))
                                .bind(
                                        "topics",
                                        republished.stream()
                                                .map(OutboxRow::topic)
                                                .toArray(String[]::new))
                                .bind(
                                        "keys",
                                        republished.stream()
                                                .map(OutboxRow::key)
                                                .toArray(String[]::new))
                                .bind(
                                        "sequences",
                                        republished.stream()
                                                .map(OutboxRow::sequence)
                                                .toArray(Long[]::new))
                                .bind("first", first(republished))
                                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                                .all()
                                .collectList()
                                .block(PATIENCE)));
    }

    /// By position, never "up to a position": what is committed late has a lower one.
    void markPublished(List<OutboxRow> rows) {
        database.sql(
                        """
                        update outbox_messages set published_at = clock_timestamp()
                        where published_at is null and position = any(:positions)
                            and appended_at between :first and :last
                        """)
                .bind("positions", rows.stream().map(OutboxRow::position).toArray(Long[]::new))
                .bind("first", first(rows))
                .bind("last", last(rows))
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }

    /// How long the oldest unpublished message has waited; zero when none does.
    Duration oldestAge() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select coalesce((
                                    select extract(epoch from clock_timestamp() - appended_at)
                                    from outbox_messages where published_at is null
                                    order by position limit 1), 0)::double precision
                                """)
                        .map(row -> Objects.requireNonNull(row.get(0, Double.class)))
                        .one()
                        .map(seconds -> Duration.ofMillis(Math.max(0, Math.round(seconds * 1000))))
                        .block(PATIENCE));
    }

    /// Partitions for the coming days; those of which all was published `keep` ago are dropped.
    void renewPartitions(Duration keep) {
        database.sql("select outbox_partitions(make_interval(secs => :seconds))")
                .bind("seconds", (double) keep.toSeconds())
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }

    private static Instant first(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::appendedAt).min(Instant::compareTo).orElseThrow();
    }

    private static Instant last(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::appendedAt).max(Instant::compareTo).orElseThrow();
    }

    private static OutboxRow row(Readable row) {
        return new OutboxRow(
                required(row, "position", Long.class),
                moment(row, "appended_micros"),
                required(row, "id", UUID.class),
                required(row, "topic", String.class),
                required(row, "key", String.class),
                required(row, "type", String.class),
                required(row, "subject", String.class),
                required(row, "sequence", Long.class),
                moment(row, "time_micros"),
                row.get("data", String.class),
                row.get("traceparent", String.class),
                required(row, "republished", Boolean.class));
    }

    /// The driver takes several times as long to read a moment's text as a number's.
    private static Instant moment(Readable row, String column) {
        return Instant.EPOCH.plus(required(row, column, Long.class), ChronoUnit.MICROS);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
