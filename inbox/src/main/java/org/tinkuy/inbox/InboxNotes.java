package org.tinkuy.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// What was handled, noted in the transaction of the effects. Each answers which of a poll's
/// messages are new to the consumer.
class InboxNotes {

    /// Rows are taken in one order by everybody, and only a row that changes is written.
    private static final String VERSIONS =
            """
            insert into inbox_versions as version (consumer, topic, key, sequence)
            select :consumer, topic, key, max(sequence)
            from unnest(cast(:topics as text[]), cast(:keys as text[]), cast(:sequences as bigint[]))
                as poll (topic, key, sequence)
            group by topic, key order by topic, key
            on conflict (consumer, topic, key) do update set sequence = excluded.sequence
            where version.sequence < excluded.sequence
            returning topic, key, old.sequence as before
            """;

    private static final String MESSAGES =
            """
            insert into inbox_messages (consumer, event_id)
            select distinct :consumer, id from unnest(cast(:ids as uuid[])) as poll (id) order by id
            on conflict do nothing
            returning event_id
            """;

    private final DatabaseClient database;
    private final Duration keep;
    private final Clock clock;

    /// @param keep how long the id of a fact is known
    /// @param clock the one of Kafka's and PostgreSQL's machines, which nobody moves
    InboxNotes(DatabaseClient database, Duration keep, Clock clock) {
        this.database = database;
        this.keep = keep;
        this.clock = clock;
    }

    Mono<List<Arrival>> states(String consumer, List<Arrival> poll) {
        return versions(consumer, poll).map(versions -> versions.states(poll));
    }

    Mono<List<Arrival>> facts(String consumer, List<Arrival> poll) {
        var notesSince = clock.instant().minus(keep);
        return versions(consumer, poll)
                .zipWhen(_ -> unseen(consumer, poll))
                .map(notes -> notes.getT1().facts(poll, notes.getT2(), notesSince));
    }

    private Mono<NewArrivals> versions(String consumer, List<Arrival> poll) {
        return database.sql(VERSIONS)
                .bind("consumer", consumer)
                .bind(
                        "topics",
                        poll.stream().map(it -> it.message().topic()).toArray(String[]::new))
                .bind("keys", poll.stream().map(it -> it.message().key()).toArray(String[]::new))
                .bind(
                        "sequences",
                        poll.stream().map(it -> it.message().sequence()).toArray(Long[]::new))
                .map(row -> {
                    var before = row.get("before", Long.class);
                    return new Raised(
                            new Arrival.Key(
                                    Objects.requireNonNull(row.get("topic", String.class)),
                                    Objects.requireNonNull(row.get("key", String.class))),
                            before == null ? NewArrivals.NONE : before);
                })
                .all()
                .collect(
                        HashMap<Arrival.Key, Long>::new,
                        (raised, row) -> raised.put(row.key(), row.before()))
                .map(NewArrivals::new);
    }

    private record Raised(Arrival.Key key, long before) {}

    private Mono<Set<UUID>> unseen(String consumer, List<Arrival> poll) {
        return database.sql(MESSAGES)
                .bind("consumer", consumer)
                .bind("ids", poll.stream().map(it -> it.message().id()).toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("event_id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }
}
