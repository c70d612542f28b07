package org.tinkuy.session.messaging;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/// Replicas are the broker's default.
@Configuration(proxyBeanMethods = false)
public class Topics {

    public static final String PROGRAMMES = "programmes";
    public static final String SESSIONS = "sessions";

    /// Never changed later: the key's partition, and with it the order per key, depends on it.
    private static final int PARTITIONS = 6;

    /// A consumer that was down for longer would miss that a session was withdrawn.
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);

    @Bean
    NewTopics publishedStates() {
        return new NewTopics(compacted(PROGRAMMES), compacted(SESSIONS));
    }

    private static NewTopic compacted(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .compact()
                .config(
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        Long.toString(TOMBSTONES_KEPT.toMillis()))
                .build();
    }
}
