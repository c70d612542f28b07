package org.tinkuy.registration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What others read from the service's topics.
public final class PublishedMessages {

    /// @param sequence the version of the aggregate
    public record Published(String type, long sequence, JsonNode body) {

        static Published of(ConsumerRecord<String, String> message) {
            return new Published(
                    header(message, "ce_type"),
                    Long.parseLong(header(message, "ce_sequence")),
                    JsonMapper.shared().readTree(message.value()));
        }

        private static String header(ConsumerRecord<String, String> message, String name) {
            return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }

    private final Environment environment;

    PublishedMessages(Environment environment) {
        this.environment = environment;
    }

    /// Waits until there are so many messages of the key, oldest first.
    public List<Published> await(String topic, Object key, int messages) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> read(topic, key.toString()), read -> read.size() >= messages);
    }

    private List<Published> read(String topic, String key) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                environment.getRequiredProperty("TINKUY_KAFKA"),
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<Published>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                StreamSupport.stream(
                                consumer.poll(Duration.ofMillis(200)).records(topic).spliterator(),
                                false)
                        .filter(message -> key.equals(message.key()))
                        .map(Published::of)
                        .forEach(read::add);
            }
            return read;
        }
    }
}
