package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.messages.CloudEventHeaders;

/// Reads and writes Kafka from outside of the outbox.
final class KafkaLog {

    private KafkaLog() {}

    static Map<String, Object> connection() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers());
    }

    /// What a consumer that reads committed messages finds in a topic now.
    static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
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
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }

    static List<ConsumerRecord<byte[], byte[]>> await(String topic, int count) {
        return Awaitility.await()
                .atMost(Stands.PATIENCE)
                .until(() -> read(topic), found -> found.size() >= count);
    }

    /// All become visible at once.
    static void writeTogether(List<ProducerRecord<byte[], byte[]>> records) {
        var settings = new HashMap<>(connection());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test-" + UUID.randomUUID());
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.commitTransaction();
        }
    }

    static void write(ProducerRecord<byte[], byte[]> record) {
        try (var producer =
                new KafkaProducer<>(
                        connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static ProducerRecord<byte[], byte[]> event(
            String topic, String key, UUID id, long sequence, @Nullable String body) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        topic,
                        null,
                        key.getBytes(UTF_8),
                        body == null ? null : body.getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        "tested",
                        "ce_source",
                        "test",
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        Instant.now().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    static ProducerRecord<byte[], byte[]> republished(ProducerRecord<byte[], byte[]> event) {
        event.headers().add("ce_republished", "true".getBytes(UTF_8));
        return event;
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var text = CloudEventHeaders.text(record.headers(), name);
        if (text == null) {
            throw new AssertionError(name + " is missing");
        }
        return text;
    }
}
