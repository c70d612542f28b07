package org.tinkuy.inbox;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Handles messages in a transaction that first notes them as handled.
final class PostgresInbox implements Inbox {

    private final InboxNotes notes;
    private final TransactionalOperator transaction;
    private final Traces traces;
    private final DeadLetterWriter deadLetters;
    private final InboxMeters meters;

    PostgresInbox(
            InboxNotes notes,
            TransactionalOperator transaction,
            Traces traces,
            DeadLetterWriter deadLetters,
            InboxMeters meters) {
        this.notes = notes;
        this.transaction = transaction;
        this.traces = traces;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Override
    public Consumer<Message<?>> facts(String consumer, MessageHandler handler) {
        return listener(consumer, poll -> notes.facts(consumer, poll), inTurn(handler));
    }

    @Override
    public Consumer<Message<?>> states(String consumer, MessageHandler handler) {
        return listener(consumer, poll -> notes.states(consumer, poll), inTurn(handler));
    }

    @Override
    public Consumer<Message<?>> statesInBatches(
            String consumer, Set<String> ignored, BatchHandler handler) {
        var work =
                inOneTransaction(consumer, poll -> notes.states(consumer, poll), atOnce(handler));
        return new PollListener(
                consumer,
                poll -> {
                    var rest = without(ignored, poll);
                    return rest.isEmpty() ? Mono.empty() : work.of(rest);
                },
                deadLetters,
                meters);
    }

    @Override
    public Consumer<Message<?>> repeatablesInBatches(String consumer, BatchHandler handler) {
        return listener(consumer, Mono::just, atOnce(handler));
    }

    private Consumer<Message<?>> listener(
            String consumer, PollListener.Notes taken, PollListener.Effects effects) {
        return new PollListener(
                consumer, inOneTransaction(consumer, taken, effects), deadLetters, meters);
    }

    private PollListener.Work inOneTransaction(
            String consumer, PollListener.Notes taken, PollListener.Effects effects) {
        return poll ->
                taken.take(poll)
                        .filter(fresh -> !fresh.isEmpty())
                        .flatMap(fresh -> traced(consumer, fresh, effects))
                        .as(transaction::transactional);
    }

    private static List<Arrival> without(Set<String> ignored, List<Arrival> poll) {
        return poll.stream().filter(it -> !ignored.contains(it.message().type())).toList();
    }

    private Mono<Void> traced(
            String consumer, List<Arrival> arrivals, PollListener.Effects effects) {
        var handling = Handling.of(arrivals, consumer, traces);
        return Mono.defer(() -> effects.of(handling.arrivals()))
                .doOnError(handling::failed)
                .doFinally(_ -> handling.end());
    }

    private static PollListener.Effects inTurn(MessageHandler handler) {
        return arrivals ->
                Flux.fromIterable(arrivals)
                        .concatMap(arrival -> inItsTrace(arrival.message(), handler), 0)
                        .then();
    }

    private static Mono<Void> inItsTrace(ReceivedMessage message, MessageHandler handler) {
        return Traces.at(message.traceparent(), Mono.defer(() -> handler.handle(message)));
    }

    private static PollListener.Effects atOnce(BatchHandler handler) {
        return arrivals ->
                Flux.fromIterable(NewArrivals.turns(arrivals))
                        .concatMap(turn -> handler.handle(messages(turn)), 0)
                        .then();
    }

    private static List<ReceivedMessage> messages(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::message).toList();
    }
}
