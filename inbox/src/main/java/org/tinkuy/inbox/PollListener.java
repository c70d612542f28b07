package org.tinkuy.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.tinkuy.database.DatabaseFailure;
import reactor.core.publisher.Mono;

/// Takes what a poll brought in one transaction, and message by message when that fails, so that
/// one bad message costs one message. What can never succeed becomes a dead letter; at any other
/// failure it stops, and the container reads again from there ([InboxErrors]).
final class PollListener implements Consumer<Message<?>> {

    private static final Logger log = LoggerFactory.getLogger(PollListener.class);

    /// Long enough for a handler that waits for a lock, shorter than Kafka waits for a poll.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// What comes within this time after a poll is taken together by the next. Whoever comes alone
    /// is taken at once.
    private static final Duration GATHERING = Duration.ofMillis(100);

    /// Behind so many there are more: nobody waits for company.
    private static final int MANY = InboxDefaults.MOST_OF_A_POLL / 2;

    private final String consumer;
    private final Work work;
    private final DeadLetterWriter deadLetters;
    private final InboxMeters meters;

    PollListener(String consumer, Work work, DeadLetterWriter deadLetters, InboxMeters meters) {
        this.consumer = consumer;
        this.work = work;
        this.deadLetters = deadLetters;
        this.meters = meters;
        meters.watch(consumer);
    }

    /// The records of a poll, or one record that an operator replays.
    @Override
    public void accept(Message<?> message) {
        switch (message.getPayload()) {
            case List<?> poll ->
                    take(
                            poll.stream()
                                    .<ConsumerRecord<?, ?>>map(ConsumerRecord.class::cast)
                                    .toList(),
                            String.valueOf(message.getHeaders().get(KafkaHeaders.GROUP_ID)));
            case ConsumerRecord<?, ?> letter -> handle(List.of(Arrival.replayed(letter)));
            default ->
                    throw new IllegalStateException(
                            "the binding of " + consumer + " does not use " + InboxConverter.BEAN);
        }
    }

    private void take(List<ConsumerRecord<?, ?>> poll, String group) {
        if (poll.size() == 1 || !together(poll)) {
            oneByOne(poll, group);
        }
        meters.goesOn(consumer);
        if (poll.size() < MANY) {
            LockSupport.parkNanos(GATHERING.toNanos());
        }
    }

    private boolean together(List<ConsumerRecord<?, ?>> poll) {
        try {
            handle(arrivals(poll));
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.UNAVAILABLE) {
                meters.failed(consumer);
                throw new BatchListenerFailedException("the database is away", e, 0);
            }
            log.info("{} handles {} messages one by one: {}", consumer, poll.size(), name(e));
            meters.fallback(consumer);
            return false;
        }
    }

    private void oneByOne(List<ConsumerRecord<?, ?>> poll, String group) {
        for (int n = 0; n < poll.size(); n++) {
            try {
                handleOrBury(poll.get(n), group);
            } catch (RuntimeException e) {
                meters.failed(consumer);
                throw new BatchListenerFailedException("not handled yet", e, n);
            }
        }
    }

    private void handleOrBury(ConsumerRecord<?, ?> record, String group) {
        try {
            handle(arrivals(List.of(record)));
        } catch (RuntimeException e) {
            if (DeadLetterReason.of(e) == null) {
                throw e;
            }
            deadLetters.write(group, record, e);
        }
    }

    private void handle(List<Arrival> arrivals) {
        work.of(arrivals).block(PATIENCE);
        meters.handled(consumer, arrivals.size());
    }

    private static List<Arrival> arrivals(List<ConsumerRecord<?, ?>> records) {
        return records.stream().map(Arrival::of).toList();
    }

    /// What stands in an exception's message may be personal.
    private static String name(RuntimeException e) {
        return DeadLetterReason.cause(e).getClass().getSimpleName();
    }

    /// In one transaction.
    @FunctionalInterface
    interface Work {

        Mono<Void> of(List<Arrival> arrivals);
    }

    /// Answers with those that are new.
    @FunctionalInterface
    interface Notes {

        Mono<List<Arrival>> take(List<Arrival> arrivals);
    }

    @FunctionalInterface
    interface Effects {

        Mono<Void> of(List<Arrival> arrivals);
    }
}
