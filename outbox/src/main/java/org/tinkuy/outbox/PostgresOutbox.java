package org.tinkuy.outbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Appends in one round trip, whatever the number of messages: `Statement.add()` would be one per
/// message.
final class PostgresOutbox implements Outbox {

    /// What a broker with default settings accepts is 1 MiB, headers included. A larger message
    /// would stop the relay for ever, so it fails in the transaction that wants it.
    static final int MAX_DATA_BYTES = 900_000;

    private static final String APPEND =
            """
            insert into outbox_messages
                (topic, key, type, subject, sequence, time, data, traceparent, republished,
                brief)
            select topic, key, type, subject, sequence, cast(time as timestamptz), data,
                traceparent, :republished,
                topic = any(:brief)
            from unnest(
                    cast(:topics as text[]), cast(:keys as text[]), cast(:types as text[]),
                    cast(:subjects as text[]), cast(:sequences as bigint[]), cast(:times as text[]),
                    cast(:data as text[]), cast(:traceparents as text[]))
                with ordinality
                as m (topic, key, type, subject, sequence, time, data, traceparent, n)
            order by n
            """;

    private final DatabaseClient database;
    private final Map<String, OutboxProperties.Topic> topics;
    private final String[] brief;
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
                        .toArray(String[]::new);
        this.wakeRelay = wakeRelay;
    }

    @Override
    public Mono<Void> append(List<OutboxMessage> messages) {
        return append(messages, false);
    }

    Mono<Void> append(List<OutboxMessage> messages, boolean republished) {
        return messages.isEmpty()
                ? Mono.empty()
                : transaction().flatMap(transaction -> insert(messages, republished, transaction));
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

    private Mono<Void> insert(
            List<OutboxMessage> messages,
            boolean republished,
            TransactionSynchronizationManager transaction) {
        messages.forEach(this::requireOwnTopic);
        return Mono.deferContextual(
                context -> insert(messages, republished, Traces.current(context), transaction));
    }

    private Mono<Void> insert(
            List<OutboxMessage> messages,
            boolean republished,
            @Nullable String current,
            TransactionSynchronizationManager transaction) {
        return database.sql(APPEND)
                .bind("topics", column(messages, OutboxMessage::topic))
                .bind("keys", column(messages, OutboxMessage::key))
                .bind("types", column(messages, OutboxMessage::type))
                .bind("subjects", column(messages, OutboxMessage::subject))
                .bind(
                        "sequences",
                        messages.stream().map(OutboxMessage::sequence).toArray(Long[]::new))
                .bind("times", column(messages, message -> message.time().toString()))
                .bind("data", column(messages, PostgresOutbox::json))
                .bind(
                        "traceparents",
                        column(
                                messages,
                                message ->
                                        message.traceparent() == null
                                                ? current
                                                : message.traceparent()))
                .bind("republished", republished)
                .bind("brief", brief)
                .fetch()
                .rowsUpdated()
                .then(Mono.fromRunnable(() -> wakeAfterCommit(transaction)));
    }

    private void requireOwnTopic(OutboxMessage message) {
        if (!topics.containsKey(message.topic())) {
            throw new IllegalArgumentException(
                    "topic "
                            + message.topic()
                            + " is not among the service's own (tinkuy.outbox.topics)");
        }
    }

    private static @Nullable String[] column(
            List<OutboxMessage> messages, Function<OutboxMessage, @Nullable String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String json(OutboxMessage message) {
        if (message.data() == null) {
            return null;
        }
        var json = MessageJson.mapper().writeValueAsString(message.data());
        if (json.length() > MAX_DATA_BYTES / 3
                && json.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
            throw new IllegalArgumentException(
                    message.type() + " of " + message.key() + " is larger than Kafka accepts");
        }
        return json;
    }

    private void wakeAfterCommit(TransactionSynchronizationManager transaction) {
        transaction.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(wakeRelay);
                    }
                });
    }
}
