package org.tinkuy.inbox;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.core.KafkaAdminOperations;

/// Declares where dead letters go, once, before the first message is read.
final class DeadLetterTopics {

    private final KafkaAdminOperations admin;
    private final List<InboxBinding> bindings;
    private final short replication;

    private boolean declared;

    DeadLetterTopics(KafkaAdminOperations admin, List<InboxBinding> bindings, short replication) {
        this.admin = admin;
        this.bindings = bindings;
        this.replication = replication;
    }

    synchronized void declare() {
        if (!declared) {
            admin.createOrModifyTopics(bindings.stream().map(this::topic).toArray(NewTopic[]::new));
            declared = true;
        }
    }

    /// One partition keeps the letters in order; they stay until an operator has settled them.
    private NewTopic topic(InboxBinding binding) {
        return new NewTopic(binding.deadLetterTopic(), 1, replication)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
}
