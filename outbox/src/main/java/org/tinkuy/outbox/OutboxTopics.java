package org.tinkuy.outbox;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.core.KafkaAdminOperations;

/// Makes Kafka's topics what the service declares.
final class OutboxTopics implements Runnable {

    private final KafkaAdminOperations admin;
    private final OutboxProperties properties;

    OutboxTopics(KafkaAdminOperations admin, OutboxProperties properties) {
        this.admin = admin;
        this.properties = properties;
    }

    @Override
    public void run() {
        var topics =
                properties.topics().entrySet().stream().map(this::own).toArray(NewTopic[]::new);
        if (topics.length > 0) {
            admin.createOrModifyTopics(topics);
        }
    }

    private NewTopic own(Map.Entry<String, OutboxProperties.Topic> topic) {
        return topic.getValue().named(topic.getKey(), properties.replication());
    }
}
