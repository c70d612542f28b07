package org.tinkuy.registration.identity.messaging;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/// The topics about people and devices. Replicas are the broker's default.
@Configuration(proxyBeanMethods = false)
class IdentityTopics {

    static final String ATTENDEES = "attendees";
    static final String SIGN_INS = "sign-ins";
    static final String DEVICE_SESSIONS = "device-sessions";

    private static final int PARTITIONS = 6;

    /// An erased address leaves the log's old segments within this time.
    private static final Duration COMPACTION_LAG = Duration.ofDays(1);

    /// Longer than the longest outage of a consumer, which would miss the erasure otherwise.
    private static final Duration TOMBSTONES = Duration.ofDays(7);

    private static final Duration SIGN_INS_KEPT = Duration.ofHours(1);

    /// Above the life of a token, for a gateway that was away for a while.
    private static final Duration DEVICE_SESSIONS_KEPT = Duration.ofHours(6);

    @Bean
    NewTopics identityTopics() {
        return new NewTopics(
                TopicBuilder.name(ATTENDEES)
                        .partitions(PARTITIONS)
                        .compact()
                        .config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(COMPACTION_LAG))
                        .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(TOMBSTONES))
                        .build(),
                TopicBuilder.name(SIGN_INS)
                        .partitions(PARTITIONS)
                        .config(TopicConfig.RETENTION_MS_CONFIG, millis(SIGN_INS_KEPT))
                        // Only closed segments are deleted.
                        .config(TopicConfig.SEGMENT_MS_CONFIG, millis(SIGN_INS_KEPT))
                        .build(),
                TopicBuilder.name(DEVICE_SESSIONS)
                        .partitions(PARTITIONS)
                        .config(TopicConfig.RETENTION_MS_CONFIG, millis(DEVICE_SESSIONS_KEPT))
                        .config(TopicConfig.SEGMENT_MS_CONFIG, millis(DEVICE_SESSIONS_KEPT))
                        .build());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
