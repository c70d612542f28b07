package org.tinkuy.testing;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A message as a consumer that knows nothing of the service finds it in Kafka.
///
/// @param sequence the version of the aggregate
/// @param body missing: a tombstone
public record Published(String key, long sequence, String type, String subject, JsonNode body) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean isTombstone() {
        return body.isMissingNode();
    }

    /// Waits until so many messages have the key, oldest first.
    public static List<Published> await(String topic, Object key, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> of(topic, key), found -> found.size() >= count);
    }

    public static List<Published> of(String topic, Object key) {
        return all(topic).stream().filter(message -> message.key().equals(key.toString())).toList();
    }

    public static List<Published> all(String topic) {
        return KafkaLog.read(topic).stream().map(Published::of).toList();
    }

    private static Published of(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] body = record.value();
        return new Published(
                KafkaLog.key(record),
                Long.parseLong(KafkaLog.header(record, "ce_sequence")),
                KafkaLog.header(record, "ce_type"),
                KafkaLog.header(record, "ce_subject"),
                body == null ? MissingNode.getInstance() : JSON.readTree(body));
    }
}
