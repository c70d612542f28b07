package org.tinkuy.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.core.KafkaAdminOperations;

/// Makes Kafka's topics what the service declares: those it owns and those of its dead letters.
final class OutboxTopics implements Runnable {

    private final KafkaAdminOperations admin;
    private final OutboxProperties properties;
    private final List<InboxBinding> bindings;

    OutboxTopics(
            KafkaAdminOperations admin, OutboxProperties properties, List<InboxBinding> bindings) {
        this.admin = admin;
        this.properties = properties;
        this.bindings = bindings;
    }

    @Override
    public void run() {
        var topics =
                Stream.concat(
                                properties.topics().entrySet().stream().map(this::own),
                                bindings.stream().map(this::deadLetters))
                        .toArray(NewTopic[]::new);
        if (topics.length > 0) {
            admin.createOrModifyTopics(topics);
        }
    }

    private NewTopic own(Map.Entry<String, OutboxProperties.Topic> topic) {
        return topic.getValue().named(topic.getKey(), properties.replication());
    }

    /// One partition keeps the letters in order; they stay until an operator has settled them.
    private NewTopic deadLetters(InboxBinding binding) {
        return new NewTopic(binding.deadLetterTopic(), 1, properties.replication())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
}
