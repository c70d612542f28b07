package org.tinkuy.inbox;

import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;

/// What happens after a message that could not be handled yet ([PollListener]): it and what follows
/// is read again without end, in order, ever less often.
final class InboxErrors implements ListenerContainerWithDlqAndRetryCustomizer {

    private final DeadLetterTopics topics;
    private final BackOff retry;

    InboxErrors(DeadLetterTopics topics, BackOff retry) {
        this.topics = topics;
        this.retry = retry;
    }

    /// The binder's own would send the whole poll.
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
        var handler = new DefaultErrorHandler(retry);
        // The framework's own "fatal" exceptions would be skipped otherwise.
        handler.setClassifications(Map.of(), true);
        container.setCommonErrorHandler(handler);
    }
}
