package org.tinkuy.gateway.edge.messaging;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.ClosedDeviceSessions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads `device-sessions` from the beginning, without a group: every gateway must hear every
/// closing. Asks for the topic's end twice a second, because a consumer whose broker is gone only
/// falls silent.
@Component
class DeviceSessionFollower implements SmartLifecycle {

    static final String TOPIC = "device-sessions";

    private static final Logger log = LoggerFactory.getLogger(DeviceSessionFollower.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration END_EVERY = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration PARTITIONS_EVERY = Duration.ofSeconds(30);

    /// What was closed earlier concerns no token that still lives; generous to clocks that differ.
    private static final Duration HISTORY = ClosedDeviceSessions.REMEMBERED.multipliedBy(2);

    private final Map<String, Object> settings;
    private final ClosedDeviceSessions closedSessions;
    private final Clock clock;
    private final Ticker ticker = Ticker.systemTicker();
    private final JsonMapper json = JsonMapper.builder().build();
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread thread;
    private boolean heard;

    DeviceSessionFollower(KafkaProperties kafka, ClosedDeviceSessions closedSessions, Clock clock) {
        this.settings = kafka.buildConsumerProperties();
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.closedSessions = closedSessions;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name(TOPIC).start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(ANSWER.multipliedBy(3));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isWanted()) {
            try (var consumer = newConsumer()) {
                follow(consumer);
            } catch (RuntimeException e) {
                log.warn("Begins to follow {} anew", TOPIC, e);
                waitFor(ANSWER);
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        var partitions = List.<TopicPartition>of();
        var endAskedAt = ticker.read() - END_EVERY.toNanos();
        var partitionsAskedAt = ticker.read() - PARTITIONS_EVERY.toNanos();
        while (isWanted()) {
            var now = ticker.read();
            if (partitions.isEmpty() || now - partitionsAskedAt >= PARTITIONS_EVERY.toNanos()) {
                partitionsAskedAt = now;
                partitions = assignAnew(consumer, partitions);
            }
            if (partitions.isEmpty()) {
                waitFor(ANSWER);
                continue;
            }
            consumer.poll(POLL).forEach(this::handle);
            if (now - endAskedAt >= END_EVERY.toNanos()) {
                endAskedAt = now;
                compareWithEnd(consumer, partitions);
                tellWhetherItHears();
            }
        }
    }

    /// The topic may not exist yet, and may get more partitions later.
    private static List<TopicPartition> assignAnew(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> known) {
        try {
            var found = partitions(consumer);
            if (!found.equals(known)) {
                consumer.assign(found);
                consumer.seekToBeginning(found);
            }
            return found;
        } catch (TimeoutException e) {
            log.debug("The broker does not tell the partitions of {}", TOPIC, e);
            return known;
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(TOPIC, ANSWER).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    private void compareWithEnd(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var askedAt = ticker.read();
        try {
            var ends = consumer.endOffsets(partitions, ANSWER);
            if (ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue())) {
                closedSessions.heardAllAt(askedAt);
            }
        } catch (TimeoutException e) {
            log.debug("The broker does not tell the end of {}", TOPIC, e);
        }
    }

    private void tellWhetherItHears() {
        var hears = closedSessions.isCurrent();
        if (hears && !heard) {
            log.info("Hears of closed device sessions");
        } else if (!hears && heard) {
            log.warn("Does not hear of closed device sessions: tokens hold for two seconds only");
        }
        heard = hears;
    }

    private void handle(ConsumerRecord<byte[], byte[]> message) {
        var type = message.headers().lastHeader("ce_type");
        if (type != null
                && !DeviceSessionClosed.TYPE.equals(
                        new String(type.value(), StandardCharsets.UTF_8))) {
            return;
        }
        var closed = read(message.value());
        if (type == null || closed == null) {
            log.warn("Unreadable message at {}-{}", TOPIC, message.offset());
            closedSessions.distrustEarlierAnswers();
        } else if (closed.at().isAfter(clock.instant().minus(HISTORY))) {
            closedSessions.close(closed.id());
        }
    }

    private @Nullable DeviceSessionClosed read(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            var closed = json.readValue(value, DeviceSessionClosed.class);
            return closed.id() == null || closed.at() == null ? null : closed;
        } catch (JacksonException _) {
            return null;
        }
    }

    private boolean isWanted() {
        return stopping.getCount() > 0;
    }

    private void waitFor(Duration duration) {
        try {
            if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("Stopped following {}", TOPIC);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
