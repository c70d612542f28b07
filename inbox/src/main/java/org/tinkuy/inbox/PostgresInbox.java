package org.tinkuy.inbox;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.messages.CloudEventHeaders;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.messages.Traces;
import reactor.core.publisher.Mono;

/// Handles a message in a transaction that first notes it as handled.
final class PostgresInbox implements Inbox {

    /// Long enough for a handler that waits for a lock, shorter than Kafka waits for a poll.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InboxNotes notes;
    private final TransactionalOperator transaction;
    private final Traces traces;

    PostgresInbox(InboxNotes notes, TransactionalOperator transaction, Traces traces) {
        this.notes = notes;
        this.transaction = transaction;
        this.traces = traces;
    }

    @Override
    public Consumer<Message<?>> facts(String consumer, MessageHandler handler) {
        return message ->
                receive(
                        consumer,
                        message,
                        (received, republished) -> notes.fact(consumer, received, republished),
                        handler);
    }

    @Override
    public Consumer<Message<?>> states(String consumer, MessageHandler handler) {
        return message ->
                receive(
                        consumer,
                        message,
                        (received, _) -> notes.state(consumer, received),
                        handler);
    }

    private void receive(String consumer, Message<?> message, Note note, MessageHandler handler) {
        if (!(message.getPayload() instanceof ConsumerRecord<?, ?> record)) {
            throw new IllegalStateException(
                    "the binding of " + consumer + " does not use " + InboxConverter.BEAN);
        }
        var received = CloudEventHeaders.read(record);
        var republished =
                CloudEventHeaders.text(record.headers(), CloudEventHeaders.REPUBLISHED) != null;
        traces.receive(
                record,
                consumer,
                () ->
                        note.take(received, republished)
                                .filter(isNew -> isNew)
                                .flatMap(_ -> handler.handle(received))
                                .as(transaction::transactional)
                                .contextCapture()
                                .block(PATIENCE));
    }

    @FunctionalInterface
    private interface Note {

        Mono<Boolean> take(ReceivedMessage message, boolean republished);
    }
}
