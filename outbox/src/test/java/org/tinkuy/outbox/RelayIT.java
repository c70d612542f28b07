package org.tinkuy.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaAdmin;
import org.tinkuy.telemetry.Traces;
import org.tinkuy.testing.KafkaLog;

/// Relays on a database of their own, each of which may die or pause where a test wants it.
class RelayIT {

    private static final OutboxProperties.Relay SETTINGS =
            new OutboxProperties.Relay(
                    100, Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(200));

    private final String service = "relay-" + UUID.randomUUID();
    private final String topic = "stands-" + UUID.randomUUID();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final CountDownLatch wakesUp = new CountDownLatch(1);

    private final OutboxDatabase database = new OutboxDatabase();

    @BeforeEach
    void declareTopic() {
        var admin = new KafkaAdmin(KafkaLog.connection());
        admin.createOrModifyTopics(new NewTopic(topic, 3, (short) 1));
    }

    @AfterEach
    void stopAll() {
        wakesUp.countDown();
        relays.forEach(OutboxRelay::stop);
        database.close();
    }

    @Test
    void publishesAgainWhatADeadLeaderSentButDidNotMark() {
        var sent = new CountDownLatch(1);
        append("cacao", 1);
        start(
                new OutboxRows(database.client()) {
                    @Override
                    void markPublished(List<OutboxRow> rows) {
                        sent.countDown();
                        hang();
                    }
                },
                this::publisher);
        await().atMost(Stands.PATIENCE).until(() -> sent.getCount() == 0);
        append("cacao", 2);

        start(new OutboxRows(database.client()), this::publisher);

        var found = KafkaLog.await(topic, 3);
        assertThat(sequences(found, "cacao")).containsExactly("1", "1", "2");
        assertThat(found.stream().map(record -> KafkaLog.header(record, "ce_id")).distinct())
                .as("the repeated message has the id it had, so consumers know it")
                .hasSize(2);
        awaitNothingUnpublished();
    }

    @Test
    void refusesALeaderThatWakesUpWithAnOldBatch() {
        append("cacao", 1);
        var asleep = new CountDownLatch(1);
        var sleeper =
                start(
                        new OutboxRows(database.client()) {
                            @Override
                            Set<Long> overtaken(List<OutboxRow> rows) {
                                asleep.countDown();
                                hang();
                                return super.overtaken(rows);
                            }
                        },
                        this::publisher);
        await().atMost(Stands.PATIENCE).until(() -> asleep.getCount() == 0);
        start(new OutboxRows(database.client()), this::publisher);
        KafkaLog.await(topic, 1);
        append("cacao", 2);
        KafkaLog.await(topic, 2);

        wakesUp.countDown();

        append("cacao", 3);
        var found = KafkaLog.await(topic, 3);
        awaitNothingUnpublished();
        assertThat(sequences(found, "cacao")).containsExactly("1", "2", "3");
        sleeper.stop();
        assertThat(sequences(KafkaLog.read(topic), "cacao")).containsExactly("1", "2", "3");
    }

    @Test
    void refusesALeaderThatWakesUpInItsTransaction() {
        append("cacao", 1);
        var asleep = new CountDownLatch(1);
        start(
                new OutboxRows(database.client()),
                () -> new FencedPublisher(sleepingBeforeCommit(asleep), service, Traces.NONE));
        await().atMost(Stands.PATIENCE).until(() -> asleep.getCount() == 0);
        var successor = start(new OutboxRows(database.client()), this::publisher);
        append("cacao", 2);
        KafkaLog.await(topic, 2);
        successor.stop();

        wakesUp.countDown();

        append("cacao", 3);
        var found = KafkaLog.await(topic, 3);
        assertThat(sequences(found, "cacao")).containsExactly("1", "2", "3");
        awaitNothingUnpublished();
    }

    @Test
    void publishesEachMessageOnceAndInOrderWithTwoInstances() {
        start(new OutboxRows(database.client()), this::publisher);
        start(new OutboxRows(database.client()), this::publisher);
        var keys = IntStream.range(0, 7).mapToObj(n -> "stand-" + n).toList();
        for (int version = 1; version <= 40; version++) {
            for (var key : keys) {
                append(key, version);
            }
        }

        var found = KafkaLog.await(topic, 280);
        awaitNothingUnpublished();

        assertThat(KafkaLog.read(topic)).hasSize(280);
        var versions = IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList();
        assertThat(keys).allSatisfy(key -> assertThat(sequences(found, key)).isEqualTo(versions));
    }

    @Test
    void leavesTheLeadAtOnceWhenItStops() {
        var first = start(new OutboxRows(database.client()), this::publisher);
        append("cacao", 1);
        KafkaLog.await(topic, 1);
        first.stop();

        assertThat(new RelayLease(database.client(), Duration.ofHours(1)).hold()).isTrue();
    }

    @Test
    void doesNotPublishAStateThatWasReadBeforeItChanged() {
        append("cacao", 2);
        database.append(true, message("cacao", 1), message("quinua", 1));

        start(new OutboxRows(database.client()), this::publisher);

        var found = KafkaLog.await(topic, 2);
        awaitNothingUnpublished();
        assertThat(sequences(KafkaLog.read(topic), "cacao")).containsExactly("2");
        assertThat(sequences(found, "quinua")).containsExactly("1");
    }

    @Test
    void dropsOldPartitionsOnlyWhenAllOfThemWasPublished() {
        append("cacao", 1);
        database.ageBy(5);
        assertThat(database.partitions()).isEqualTo(10);

        new OutboxRows(database.client()).renewPartitions(Duration.ofDays(3));
        assertThat(database.partitions()).isEqualTo(10);

        database.execute("update outbox_messages set published_at = now()");
        new OutboxRows(database.client()).renewPartitions(Duration.ofDays(3));
        assertThat(database.partitions()).isEqualTo(9);
    }

    private OutboxRelay start(OutboxRows rows, Supplier<FencedPublisher> publishers) {
        var relay =
                new OutboxRelay(
                        rows,
                        new RelayLease(database.client(), SETTINGS.lease()),
                        publishers,
                        () -> {},
                        new RelayStatus(new SimpleMeterRegistry()),
                        SETTINGS);
        relay.start();
        relays.add(relay);
        return relay;
    }

    private FencedPublisher publisher() {
        return FencedPublisher.open(KafkaLog.connection(), service, Traces.NONE);
    }

    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> sleepingBeforeCommit(CountDownLatch asleep) {
        var producer = FencedPublisher.producer(KafkaLog.connection(), service);
        return (Producer<byte[], byte[]>)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("commitTransaction")) {
                                producer.flush();
                                asleep.countDown();
                                hang();
                            }
                            try {
                                return method.invoke(producer, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /// As a process that got SIGSTOP, or one that died and left everything as it was.
    private void hang() {
        try {
            wakesUp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void append(String key, long sequence) {
        database.append(false, message(key, sequence));
    }

    private OutboxMessage message(String key, long sequence) {
        return new OutboxMessage(
                topic, key, "stand-published", sequence, Instant.now(), Map.of("title", key));
    }

    private void awaitNothingUnpublished() {
        await().atMost(Stands.PATIENCE)
                .until(() -> new OutboxRows(database.client()).unpublished(1).isEmpty());
    }

    private static List<String> sequences(List<ConsumerRecord<byte[], byte[]>> found, String key) {
        return found.stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .map(record -> KafkaLog.header(record, "ce_sequence"))
                .toList();
    }
}
