package org.tinkuy.inbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Listeners whose outcome a test may bend.
class StandListeners {

    record Stand(String title) {}

    record Visit(String standId) {}

    private final DatabaseClient database;

    final AtomicInteger attempts = new AtomicInteger();
    final AtomicReference<UnaryOperator<Mono<Void>>> fault =
            new AtomicReference<>(UnaryOperator.identity());

    final Map<String, String> traces = new ConcurrentHashMap<>();
    final Map<String, List<String>> followed = new ConcurrentHashMap<>();

    /// Every list that came, as keys and sequences.
    final List<List<String>> together = new CopyOnWriteArrayList<>();

    StandListeners(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> count(ReceivedMessage message) {
        attempts.incrementAndGet();
        var visit = message.as(Visit.class);
        if (visit.standId().isEmpty()) {
            throw new MessageRejected("a visit needs a stand");
        }
        var effect =
                database.sql("insert into visit (stand_id) values (:stand)")
                        .bind("stand", visit.standId())
                        .fetch()
                        .rowsUpdated()
                        .then();
        return fault.get().apply(effect.then(trace(visit)));
    }

    /// A fact of a compacted topic, as a mail that must not be sent twice.
    Mono<Void> tell(ReceivedMessage message) {
        return database.sql("insert into told (stand_id, sequence) values (:stand, :sequence)")
                .bind("stand", message.key())
                .bind("sequence", message.sequence())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> countTogether(List<ReceivedMessage> messages) {
        together.add(messages.stream().map(it -> it.key() + " " + it.sequence()).toList());
        return database.sql(
                        """
                        insert into visit (stand_id, trace)
                        select 'together ' || stand, trace
                        from unnest(cast(:stands as text[]), cast(:traces as text[])) as visits (stand, trace)
                        """)
                .bind("stands", messages.stream().map(this::standOf).toArray(String[]::new))
                .bind(
                        "traces",
                        messages.stream().map(ReceivedMessage::traceparent).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private String standOf(ReceivedMessage message) {
        return message.isTombstone() ? "none" : message.as(Visit.class).standId();
    }

    /// A name is taken once.
    Mono<Void> name(List<ReceivedMessage> messages) {
        return database.sql(
                        """
                        insert into named_stand (name) select unnest(cast(:names as text[]))
                        on conflict do nothing
                        """)
                .bind("names", messages.stream().map(ReceivedMessage::key).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> trace(Visit visit) {
        return Mono.deferContextual(context -> {
            var traceparent = Traces.current(context);
            if (traceparent != null) {
                traces.put(visit.standId(), traceparent);
            }
            return Mono.empty();
        });
    }

    Mono<Void> follow(ReceivedMessage message) {
        if (message.isTombstone()) {
            return database.sql("delete from followed_stand where id = :id")
                    .bind("id", message.key())
                    .fetch()
                    .rowsUpdated()
                    .then();
        }
        var title = message.as(Stand.class).title();
        followed.computeIfAbsent(message.key(), _ -> new CopyOnWriteArrayList<>()).add(title);
        return database.sql(
                        """
                        insert into followed_stand (id, title, sequence)
                        values (:id, :title, :sequence)
                        on conflict (id) do update set title = excluded.title, sequence = excluded.sequence
                        """)
                .bind("id", message.key())
                .bind("title", title)
                .bind("sequence", message.sequence())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
