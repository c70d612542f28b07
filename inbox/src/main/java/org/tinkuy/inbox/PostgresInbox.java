package org.tinkuy.inbox;

import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.messages.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

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
        return listener(consumer, poll -> notes.facts(consumer, poll), inTurn(consumer, handler));
    }

    @Override
    public Consumer<Message<?>> states(String consumer, MessageHandler handler) {
        return listener(consumer, poll -> notes.states(consumer, poll), inTurn(consumer, handler));
    }

    @Override
    public Consumer<Message<?>> statesInBatches(
            String consumer, Set<String> ignored, BatchHandler handler) {
        var work = inOneTransaction(poll -> notes.states(consumer, poll), atOnce(handler));
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
        return new PollListener(consumer, inOneTransaction(taken, effects), deadLetters, meters);
    }

    private PollListener.Work inOneTransaction(
            PollListener.Notes taken, PollListener.Effects effects) {
        return poll ->
                taken.take(poll)
                        .filter(fresh -> !fresh.isEmpty())
                        .flatMap(effects::of)
                        .as(transaction::transactional);
    }

    private static List<Arrival> without(Set<String> ignored, List<Arrival> poll) {
        return poll.stream().filter(it -> !ignored.contains(it.message().type())).toList();
    }

    private PollListener.Effects inTurn(String consumer, MessageHandler handler) {
        return arrivals ->
                Flux.fromIterable(arrivals)
                        .concatMap(arrival -> inItsTrace(consumer, arrival, handler), 0)
                        .then();
    }

    private Mono<Void> inItsTrace(String consumer, Arrival arrival, MessageHandler handler) {
        return Mono.defer(() -> {
            var observation = traces.handling(arrival.record(), consumer).start();
            return Mono.defer(() -> handler.handle(arrival.message()))
                    .doOnError(observation::error)
                    .doFinally(_ -> observation.stop())
                    .contextWrite(Context.of(ObservationThreadLocalAccessor.KEY, observation));
        });
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
