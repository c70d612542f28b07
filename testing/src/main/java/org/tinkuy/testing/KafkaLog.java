package org.tinkuy.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.tinkuy.embedded.test.TestServers;

/// Reads and writes the tests' Kafka as somebody who knows nothing of the part under test.
public final class KafkaLog {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KafkaLog() {}

    public static Map<String, Object> connection() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers());
    }

    /// What a consumer that reads committed messages finds in a topic now.
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestServers.kafka().bootstrapServers(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new ByteArrayDeserializer(),
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
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    public static List<ConsumerRecord<byte[], byte[]>> await(String topic, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> read(topic), found -> found.size() >= count);
    }

    /// The first of a key, as soon as there is one.
    public static ConsumerRecord<byte[], byte[]> awaitFirst(String topic, Object key) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                read(topic).stream()
                                        .filter(record -> key(record).equals(key.toString()))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public static void write(ProducerRecord<byte[], byte[]> record) {
        try (var producer =
                new KafkaProducer<>(
                        connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var found = record.headers().lastHeader(name);
        if (found == null) {
            throw new AssertionError(name + " is missing");
        }
        return new String(found.value(), UTF_8);
    }
}
