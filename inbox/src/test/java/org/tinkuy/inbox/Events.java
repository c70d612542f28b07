package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tinkuy.testing.KafkaLog;

/// Messages that come from elsewhere.
final class Events {

    private Events() {}

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

    static ProducerRecord<byte[], byte[]> ofType(
            String type, ProducerRecord<byte[], byte[]> event) {
        event.headers().remove("ce_type").add("ce_type", type.getBytes(UTF_8));
        return event;
    }

    /// All become visible at once.
    static void writeTogether(List<ProducerRecord<byte[], byte[]>> records) {
        var settings = new HashMap<>(KafkaLog.connection());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test-" + UUID.randomUUID());
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (var record : records) {
                // A failed send fails the commit.
                var _ = producer.send(record);
            }
            producer.commitTransaction();
        }
    }
}
