package org.tinkuy.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Writes all that a transaction appends by one statement, when it commits: `Statement.add()` would
/// be a round trip per message.
final class PostgresOutbox implements Outbox {

    private static final String APPEND =
            """
            insert into outbox_messages
                (topic, key, type, subject, sequence, time, data, traceparent, republished,
                brief)
            select topic, key, type, subject, sequence, cast(time as timestamptz), data,
                traceparent, republished, brief
            from unnest(
                    cast(:topics as text[]), cast(:keys as text[]), cast(:types as text[]),
                    cast(:subjects as text[]), cast(:sequences as bigint[]), cast(:times as text[]),
                    cast(:data as text[]), cast(:traceparents as text[]),
                    cast(:republished as boolean[]), cast(:brief as boolean[]))
                with ordinality
                as m (topic, key, type, subject, sequence, time, data, traceparent, republished,
                    brief, n)
            order by n
            """;

    private final DatabaseClient database;
    private final Map<String, OutboxProperties.Topic> topics;
    private final Set<String> brief;
    private final Runnable wakeRelay;

    PostgresOutbox(
            DatabaseClient database,
            Map<String, OutboxProperties.Topic> topics,
            Runnable wakeRelay) {
        this.database = database;
        this.topics = topics;
        this.brief =
                topics.entrySet().stream()
                        .filter(topic -> topic.getValue().keep() != null)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        this.wakeRelay = wakeRelay;
    }

    @Override
    public Mono<Void> append(List<OutboxMessage> messages) {
        return append(messages, false);
    }

    Mono<Void> append(List<OutboxMessage> messages, boolean republished) {
        if (messages.isEmpty()) {
            return Mono.empty();
        }
        return Mono.deferContextual(context -> {
            var trace = Traces.current(context);
            return transaction()
                    .doOnNext(transaction ->
                            appended(transaction).addAll(lines(messages, republished, trace)))
                    .then();
        });
    }

    private static Mono<TransactionSynchronizationManager> transaction() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isActualTransactionActive)
                .onErrorResume(NoTransactionException.class, _ -> Mono.empty())
                .switchIfEmpty(Mono.error(PostgresOutbox::outside));
    }

    private static IllegalTransactionStateException outside() {
        return new IllegalTransactionStateException(
                "a message is appended in the transaction that makes it true");
    }

    private List<OutboxLine> lines(
            List<OutboxMessage> messages, boolean republished, @Nullable String trace) {
        messages.forEach(this::requireOwnTopic);
        return messages.stream()
                .map(message -> OutboxLine.of(message, republished, trace))
                .toList();
    }

    private List<OutboxLine> appended(TransactionSynchronizationManager transaction) {
        for (var synchronization : transaction.getSynchronizations()) {
            if (synchronization instanceof AtTheEnd end) {
                return end.lines;
            }
        }
        var end = new AtTheEnd();
        transaction.registerSynchronization(end);
        return end.lines;
    }

    /// What a transaction appended is written once, right before it commits.
    private final class AtTheEnd implements TransactionSynchronization {

        private final List<OutboxLine> lines = new ArrayList<>();

        @Override
        public Mono<Void> beforeCommit(boolean readOnly) {
            return insert(lines);
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(wakeRelay);
        }
    }

    private Mono<Void> insert(List<OutboxLine> lines) {
        return database.sql(APPEND)
                .bind("topics", texts(lines, OutboxLine::topic))
                .bind("keys", texts(lines, OutboxLine::key))
                .bind("types", texts(lines, OutboxLine::type))
                .bind("subjects", texts(lines, OutboxLine::subject))
                .bind("sequences", column(lines, OutboxLine::sequence, Long[]::new))
                .bind("times", texts(lines, OutboxLine::time))
                .bind("data", texts(lines, OutboxLine::data))
                .bind("traceparents", texts(lines, OutboxLine::traceparent))
                .bind("republished", column(lines, OutboxLine::republished, Boolean[]::new))
                .bind("brief", column(lines, line -> brief.contains(line.topic()), Boolean[]::new))
                .then();
    }

    private void requireOwnTopic(OutboxMessage message) {
        if (!topics.containsKey(message.topic())) {
            throw new IllegalArgumentException(
                    "topic "
                            + message.topic()
                            + " is not among the service's own (tinkuy.outbox.topics)");
        }
    }

    private static @Nullable String[] texts(
            List<OutboxLine> lines, Function<OutboxLine, @Nullable String> value) {
        return column(lines, value, String[]::new);
    }

    private static <T extends @Nullable Object> T[] column(
            List<OutboxLine> lines, Function<OutboxLine, T> value, IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }
}
