package org.tinkuy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final String TOPIC = "sessions";

    @TempDir Path directory;
    private EmbeddedKafka kafka;

    @BeforeEach
    void start() {
        kafka =
                new EmbeddedKafka(
                        new EmbeddedKafka.Settings(
                                directory.resolve("kafka"),
                                0,
                                directory.resolve("kafka.log"),
                                Map.of()));
        kafka.start();
    }

    @AfterEach
    void stop() {
        kafka.stop();
    }

    @Test
    void keepsItsMessagesOverStopAndStart() throws Exception {
        createCompactedTopic();
        send("apurimac");

        kafka.stop();
        kafka.start();

        assertThat(messages()).containsExactly("apurimac");
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenItIsKilledAndIsBackWithinSeconds() throws Exception {
        createCompactedTopic();
        send("apurimac");

        kafka.kill();
        var killedAt = System.nanoTime();
        kafka.start();

        assertThat(Duration.ofNanos(System.nanoTime() - killedAt))
                .isLessThan(Duration.ofSeconds(30));
        assertThat(messages()).containsExactly("apurimac");
    }

    @Test
    void writesTransactionsOnItsSingleNode() throws Exception {
        createCompactedTopic();
        try (var producer = producer(Map.of("transactional.id", "relay"))) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(TOPIC, "s1", "committed"));
            producer.commitTransaction();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(TOPIC, "s1", "aborted"));
            producer.flush();
            producer.abortTransaction();
        }
        assertThat(messages()).containsExactly("committed");
    }

    @Test
    void endsWhenItsStandardInputCloses() throws Exception {
        var pid = kafka.pid();

        kafka.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private void createCompactedTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var topic =
                    new NewTopic(TOPIC, Optional.of(1), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }

    private void send(String value) throws Exception {
        try (var producer = producer(Map.of("acks", "all"))) {
            producer.send(new ProducerRecord<>(TOPIC, "s1", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private List<String> messages() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        var partition = new TopicPartition(TOPIC, 0);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
            }
            return values;
        }
    }
}
