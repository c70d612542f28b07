package org.tinkuy.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.test.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A message as a consumer that knows nothing of this service finds it in Kafka.
///
/// @param body missing: a tombstone
public record Published(String key, long sequence, String type, String subject, JsonNode body) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean isTombstone() {
        return body.isMissingNode();
    }

    /// Waits until so many messages have the key.
    public static List<Published> await(String topic, UUID key, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> of(topic, key), found -> found.size() >= count);
    }

    public static List<Published> of(String topic, UUID key) {
        return all(topic, message -> message.key().equals(key.toString()));
    }

    public static List<Published> all(String topic, Predicate<Published> wanted) {
        var found = new ArrayList<Published>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestServers.kafka().bootstrapServers(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(of(record)));
            }
        }
        return found.stream().filter(wanted).toList();
    }

    private static Published of(ConsumerRecord<String, byte[]> record) {
        byte @Nullable [] body = record.value();
        return new Published(
                record.key(),
                Long.parseLong(header(record, "ce_sequence")),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                body == null ? MissingNode.getInstance() : JSON.readTree(body));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
