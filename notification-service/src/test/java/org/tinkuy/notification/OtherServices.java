package org.tinkuy.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Says what other services say: the samples of their contracts, with other ids.
public final class OtherServices implements Closeable {

    private static final Map<String, String> OWNERS =
            Map.of(
                    "attendees", "registration-service",
                    "registrations", "registration-service",
                    "sign-ins", "registration-service",
                    "device-sessions", "registration-service",
                    "sessions", "session-service",
                    "programmes", "session-service",
                    "publications", "session-service");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaProducer<String, byte @Nullable []> producer;

    OtherServices(@Value("${TINKUY_KAFKA}") String brokers) {
        this.producer =
                new KafkaProducer<String, byte @Nullable []>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                brokers,
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new StringSerializer(),
                        bytes());
    }

    /// Kafka's serializer takes `null` for a tombstone, and does not say so in its type.
    @SuppressWarnings("NullAway")
    private static Serializer<byte @Nullable []> bytes() {
        return new ByteArraySerializer();
    }

    /// A sample of another service's contract.
    public static ObjectNode sample(String topic, String message, int number) {
        var file =
                Path.of(
                        "..",
                        String.valueOf(OWNERS.get(topic)),
                        "contracts",
                        topic,
                        message + ".sample-" + number + ".json");
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void say(String topic, String type, String key, long sequence, @Nullable JsonNode body) {
        say(topic, type, key, sequence, UUID.randomUUID(), body);
    }

    public void say(
            String topic,
            String type,
            String key,
            long sequence,
            UUID id,
            @Nullable JsonNode body) {
        var bytes = body == null ? null : body.toString().getBytes(UTF_8);
        send(record(topic, type, key, sequence, id, bytes));
    }

    public void sayBytes(String topic, String type, String key, byte[] body) {
        send(record(topic, type, key, 1, UUID.randomUUID(), body));
    }

    public void send(ProducerRecord<String, byte @Nullable []> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ProducerRecord<String, byte @Nullable []> record(
            String topic, String type, String key, long sequence, UUID id, byte @Nullable [] body) {
        var record = new ProducerRecord<>(topic, key, body);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        String.valueOf(OWNERS.get(topic)),
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
