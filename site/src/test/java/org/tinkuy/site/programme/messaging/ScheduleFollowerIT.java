package org.tinkuy.site.programme.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.follower.TopicFollower;
import org.tinkuy.follower.TopicFollower.Progress;
import org.tinkuy.site.programme.PublishedSchedule;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduleFollowerIT {

    private static final List<String> TOPICS = List.of("programmes", "sessions");

    /// Topics outlive a test, so each has a session of its own.
    private final String session = UUID.randomUUID().toString();

    private final PublishedSchedule schedule = new PublishedSchedule();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TopicFollower follower = follower(schedule, metrics);

    private static TopicFollower follower(PublishedSchedule schedule, SimpleMeterRegistry metrics) {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(TestServers.kafka().bootstrapServers()));
        return new ScheduleConfiguration()
                .scheduleFollower(
                        kafka,
                        new ScheduleMessages(schedule, JsonMapper.builder().build(), metrics),
                        metrics);
    }

    @AfterEach
    void stop() {
        follower.stop();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()));
    }

    private static List<String> topics() throws Exception {
        try (var admin = admin()) {
            return admin.listTopics().names().get().stream().filter(TOPICS::contains).toList();
        }
    }

    private static void createTopics() throws Exception {
        try (var admin = admin()) {
            var missing = new ArrayList<>(TOPICS);
            missing.removeAll(topics());
            admin.createTopics(
                            missing.stream()
                                    .map(topic -> new NewTopic(topic, 6, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("bootstrap.servers", TestServers.kafka().bootstrapServers());
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @SafeVarargs
    private static void publish(ProducerRecord<byte[], byte[]>... messages) throws Exception {
        try (var producer = producer(Map.of())) {
            for (var message : messages) {
                producer.send(message).get();
            }
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private void untilCaughtUp() {
        eventually().until(() -> follower.progress() == Progress.CAUGHT_UP);
    }

    private boolean shows(String id) {
        return schedule.current().located(UUID.fromString(id)).isPresent();
    }

    /// First, because topics that are deleted and made again are another story.
    @Test
    @Order(1)
    void waitsForTopicsWithoutCreatingThem() throws Exception {
        var health = new ScheduleHealthIndicator(follower);
        follower.start();

        // long enough to have looked more than once
        await().during(Duration.ofSeconds(3)).until(() -> topics().isEmpty());
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        createTopics();
        untilCaughtUp();
        publish(Messages.programme(1, "Heading"));
        eventually().until(() -> schedule.current().programme("heading").isPresent());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isReadyWhenEverythingIsReadAndNotBefore() throws Exception {
        createTopics();
        publish(Messages.programme(1, "Heading"));
        var ids = Stream.generate(UUID::randomUUID).limit(500).toList();
        try (var producer = producer(Map.of())) {
            var sent =
                    ids.stream()
                            .map(id -> producer.send(Messages.session(id.toString(), 1, "Lima")))
                            .toList();
            for (var one : sent) {
                one.get();
            }
        }

        follower.start();
        untilCaughtUp();

        assertThat(ids).allMatch(id -> schedule.current().located(id).isPresent());
    }

    @Test
    void followsChangesAndWithdrawalsAndSkipsWhatItCannotRead() throws Exception {
        createTopics();
        publish(Messages.programme(1, "Heading"));
        follower.start();
        untilCaughtUp();
        var outdated = metrics.counter("tinkuy.schedule.outdated").count();
        var undecodable = metrics.counter("tinkuy.schedule.undecodable").count();
        publish(
                Messages.session(session, 1, "Lima"),
                Messages.message("sessions", session, "session-published", 2, "not json"),
                Messages.session(session, 3, "Cusco"),
                Messages.session(session, 2, "Lima"));

        eventually().until(() -> metrics.counter("tinkuy.schedule.outdated").count() > outdated);
        assertThat(schedule.current().located(UUID.fromString(session)))
                .hasValueSatisfying(at -> assertThat(at.session().place()).isEqualTo("Cusco"));
        assertThat(metrics.counter("tinkuy.schedule.undecodable").count())
                .isEqualTo(undecodable + 1);

        publish(Messages.withdrawn(session, 4));
        eventually().until(() -> !shows(session));
    }

    @Test
    void doesNotShowWhatAProducerTookBack() throws Exception {
        createTopics();
        publish(Messages.programme(1, "Heading"));
        var takenBack = UUID.randomUUID().toString();
        try (var producer = producer(Map.of("transactional.id", "taken-back"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(Messages.session(takenBack, 1, "Lima")).get();

            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(Messages.session(session, 1, "Lima")).get();
            producer.commitTransaction();
        }

        follower.start();
        untilCaughtUp();

        assertThat(shows(session)).isTrue();
        assertThat(shows(takenBack)).isFalse();
    }

    @Test
    void showsWhatItReadWhileKafkaIsAwayAndResumes() throws Exception {
        assumeTrue(TestServers.areRestartable());
        createTopics();
        publish(Messages.programme(1, "Heading"));
        publish(Messages.session(session, 1, "Lima"));
        follower.start();
        untilCaughtUp();
        var later = UUID.randomUUID().toString();

        TestServers.kafka().kill();
        try {
            assertThat(shows(session)).isTrue();
            assertThat(follower.progress()).isEqualTo(Progress.CAUGHT_UP);
        } finally {
            TestServers.kafka().start();
        }
        publish(Messages.session(later, 1, "Cusco"));

        eventually().until(() -> shows(later));
        assertThat(shows(session)).isTrue();
    }
}
