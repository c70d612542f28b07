package org.tinkuy.follower;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.follower.TopicFollower.Progress;
import org.tinkuy.testing.KafkaLog;

class TopicFollowerIT {

    private final String topic = "stands-" + UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicLong heardAllAt = new AtomicLong();
    private final TopicFollower follower =
            new TopicFollower(
                    "stands",
                    List.of(topic),
                    KafkaLog.connection(),
                    new Stands(),
                    meters,
                    Duration.ofMillis(200));

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(KafkaLog.connection())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    @AfterEach
    void stop() {
        follower.stop();
    }

    @Test
    void readsWhatWasThereAndGoesOn() {
        write(0, "Cacao");
        follower.start();
        eventually().until(() -> follower.progress() == Progress.CAUGHT_UP);
        assertThat(heard).containsExactly("Cacao");
        write(0, "Quinua");
        eventually().until(() -> heard.contains("Quinua"));
        assertThat(heard).containsExactly("Cacao", "Quinua");
    }

    @Test
    void saysAgainAndAgainThatItHeardAll() {
        follower.start();
        eventually().until(() -> heardAllAt.get() != 0);
        var first = heardAllAt.get();
        eventually().until(() -> heardAllAt.get() != first);
    }

    @Test
    void skipsAndCountsWhatIsRefused() {
        write(0, "refused");
        write(0, "Cacao");
        follower.start();
        eventually().until(() -> heard.contains("Cacao"));
        assertThat(meters.counter("tinkuy.follower.skipped", "topic", topic).count()).isEqualTo(1);
    }

    @Test
    void beginsAnewWhenPartitionsAreAdded() throws Exception {
        write(0, "Cacao");
        follower.start();
        eventually().until(() -> follower.progress() == Progress.CAUGHT_UP);
        try (var admin = Admin.create(KafkaLog.connection())) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(2))).all().get();
        }
        write(1, "Quinua");
        eventually().until(() -> heard.contains("Quinua"));
        assertThat(heard).containsOnly("Cacao", "Quinua");
        assertThat(follower.progress()).isEqualTo(Progress.CAUGHT_UP);
    }

    private void write(int partition, String title) {
        KafkaLog.write(
                new ProducerRecord<>(
                        topic, partition, title.getBytes(UTF_8), title.getBytes(UTF_8)));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private final class Stands implements FollowedRecords {

        @Override
        public void handle(ConsumerRecord<byte[], byte[]> record) {
            var title = new String(record.value(), UTF_8);
            if (title.equals("refused")) {
                throw new IllegalArgumentException(title);
            }
            heard.add(title);
        }

        @Override
        public void heardAllAt(long nanos) {
            heardAllAt.set(nanos);
        }
    }
}
