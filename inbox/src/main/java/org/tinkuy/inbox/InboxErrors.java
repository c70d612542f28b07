package org.tinkuy.inbox;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/// What happens to a message that could not be handled: what can never succeed becomes a dead
/// letter at once, everything else is tried again without end, in order, ever less often.
final class InboxErrors implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final BackOff NEVER = new FixedBackOff(0, 0);

    private final DeadLetterTopics topics;
    private final DeadLetterWriter deadLetters;
    private final BackOff retry;

    InboxErrors(DeadLetterTopics topics, DeadLetterWriter deadLetters, BackOff retry) {
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.retry = retry;
    }

    @Override
    public boolean retryAndDlqInBinding(String destinationName, String group) {
        return false;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destinationName,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver,
            @Nullable BackOff backOff) {
        topics.declare();
        container.setCommonErrorHandler(
                new Handler((record, failure) -> deadLetters.write(group, record, failure), retry));
    }

    private static final class Handler extends DefaultErrorHandler {

        Handler(ConsumerRecordRecoverer recoverer, BackOff retry) {
            super(recoverer, retry);
            // The framework's own "fatal" exceptions would become dead letters otherwise.
            setClassifications(Map.of(), true);
            setBackOffFunction(
                    (_, failure) -> DeadLetterReason.of(failure) == null ? retry : NEVER);
            setCommitRecovered(true);
        }

        /// The back-off is chosen anew only when the type of the failure changes, and everything
        /// arrives in the same wrappers.
        @Override
        public void handleRemaining(
                Exception failure,
                List<ConsumerRecord<?, ?>> records,
                Consumer<?, ?> consumer,
                MessageListenerContainer container) {
            super.handleRemaining(unwrapped(failure), records, consumer, container);
        }

        private static Exception unwrapped(Exception failure) {
            return DeadLetterReason.cause(failure) instanceof Exception cause ? cause : failure;
        }
    }
}
