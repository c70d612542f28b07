package org.tinkuy.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tinkuy.messages.Topics;

/// Settings under `tinkuy.outbox`.
///
/// @param topics the topics that the service owns, by name; it publishes to no other
/// @param replication of every topic that is created
/// @param keep how long published rows stay in the database
/// @param lateAfter the age of an unpublished message at which health says that the outbox is late
@ConfigurationProperties("tinkuy.outbox")
record OutboxProperties(
        @DefaultValue Map<String, Topic> topics,
        @DefaultValue("1") short replication,
        @DefaultValue("72h") Duration keep,
        @DefaultValue("1m") Duration lateAfter,
        @DefaultValue Relay relay) {

    /// Of the topics whose published rows stay a shorter time than all others.
    Map<String, Duration> keeps() {
        var keeps = new HashMap<String, Duration>();
        topics.forEach((name, topic) -> {
            if (topic.keep() != null) {
                keeps.put(name, topic.keep());
            }
        });
        return keeps;
    }

    enum Cleanup {
        DELETE,
        COMPACT
    }

    /// A topic the service owns. Periods left out are the broker's.
    ///
    /// @param retention how long a message stays (cleanup `delete`)
    /// @param maxCompactionLag when an old state is gone at the latest (cleanup `compact`)
    /// @param deleteRetention how long a tombstone stays for consumers that are away
    /// @param keep how long a published row stays in the database when that is shorter than for all
    record Topic(
            @DefaultValue("delete") Cleanup cleanup,
            @Nullable Duration retention,
            @Nullable Duration maxCompactionLag,
            @Nullable Duration deleteRetention,
            @Nullable Duration keep) {

        /// Kafka's default for `segment.ms`.
        private static final Duration BROKERS_SEGMENT = Duration.ofDays(7);

        NewTopic named(String name, short replication) {
            var configs = new HashMap<String, String>();
            configs.put(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    cleanup == Cleanup.COMPACT
                            ? TopicConfig.CLEANUP_POLICY_COMPACT
                            : TopicConfig.CLEANUP_POLICY_DELETE);
            put(configs, TopicConfig.RETENTION_MS_CONFIG, retention);
            put(configs, TopicConfig.SEGMENT_MS_CONFIG, segment());
            put(configs, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, maxCompactionLag);
            put(configs, TopicConfig.DELETE_RETENTION_MS_CONFIG, deleteRetention);
            return new NewTopic(name, Topics.PARTITIONS, replication).configs(configs);
        }

        /// Kafka deletes whole segments only: one that is written to for a week would keep for a
        /// week what was to stay for an hour.
        private @Nullable Duration segment() {
            return retention != null && retention.compareTo(BROKERS_SEGMENT) < 0 ? retention : null;
        }

        private static void put(Map<String, String> configs, String key, @Nullable Duration value) {
            if (value != null) {
                configs.put(key, Long.toString(value.toMillis()));
            }
        }
    }

    /// @param batch messages per Kafka transaction
    /// @param lease how long a leader that fell silent keeps the others waiting
    /// @param idle the longest pause between two looks at an empty outbox
    /// @param retry the longest pause between two attempts when Kafka or the database is down
    record Relay(
            @DefaultValue("1000") int batch,
            @DefaultValue("6s") Duration lease,
            @DefaultValue("500ms") Duration idle,
            @DefaultValue("5s") Duration retry) {}
}
