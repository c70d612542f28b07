package org.tinkuy.endtoend.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tinkuy.endtoend.TinkuySystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a consumer that begins today would read.
record Topics(String brokers) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(500);

    /// @param sequence the aggregate's version
    record Message(long sequence, String type, JsonNode body) {}

    static Topics of(TinkuySystem system) {
        return new Topics("127.0.0.1:" + system.port("TINKUY_KAFKA_PORT"));
    }

    /// The newest message of each key; a tombstone leaves none.
    Map<String, Message> newest(String topic) {
        var newest = new TreeMap<String, Message>();
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var open = new HashMap<>(consumer.endOffsets(partitions));
            while (!open.isEmpty()) {
                for (var message : consumer.poll(POLL)) {
                    if (message.value() == null) {
                        newest.remove(message.key());
                    } else {
                        newest.put(
                                message.key(),
                                new Message(
                                        Long.parseLong(header(message.headers(), "ce_sequence")),
                                        header(message.headers(), "ce_type"),
                                        JSON.readTree(message.value())));
                    }
                }
                open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return newest;
    }

    /// How many messages there are in all topics of these names.
    long sizeOf(String prefix) {
        try (var consumer = consumer()) {
            var partitions =
                    consumer.listTopics().entrySet().stream()
                            .filter(topic -> topic.getKey().startsWith(prefix))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
