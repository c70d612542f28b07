package org.tinkuy.follower;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/// Reads topics from the beginning, without a consumer group: every instance hears everything, and
/// nothing needs to be remembered about it. While Kafka is away it waits, and resumes where it
/// stopped; when partitions are added, it begins anew.
public final class TopicFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);

    private static final Duration LOOKED_FOR_TOPICS_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOKED_WHETHER_CAUGHT_UP_EVERY = Duration.ofMillis(100);

    /// How soon partitions that were added to a topic are noticed.
    private static final Duration PARTITIONS_CHECKED_EVERY = Duration.ofSeconds(30);

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final List<String> topics;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final FollowedRecords records;
    private final MeterRegistry meters;
    private final Duration partitionsCheckedEvery;

    private volatile Progress progress = Progress.WAITING_FOR_TOPICS;
    private volatile CountDownLatch asked = new CountDownLatch(0);
    private @Nullable Thread thread;

    public enum Progress {
        WAITING_FOR_TOPICS,
        CATCHING_UP,

        /// What was in the topics at the start is read. It stays so while Kafka is away.
        CAUGHT_UP
    }

    /// @param name of its threads and metrics
    /// @param kafka settings of a consumer; what matters here is set beside them
    public TopicFollower(
            String name,
            List<String> topics,
            Map<String, Object> kafka,
            FollowedRecords records,
            MeterRegistry meters) {
        this(name, topics, kafka, records, meters, PARTITIONS_CHECKED_EVERY);
    }

    TopicFollower(
            String name,
            List<String> topics,
            Map<String, Object> kafka,
            FollowedRecords records,
            MeterRegistry meters,
            Duration partitionsCheckedEvery) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.consumers =
                new DefaultKafkaConsumerFactory<>(
                        settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.records = records;
        this.meters = meters;
        this.partitionsCheckedEvery = partitionsCheckedEvery;
    }

    /// Bytes, so that what cannot be read is the application's to skip, not the client's to stumble
    /// over.
    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Asking for a topic would create it, with the broker's defaults instead of its owner's.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        return settings;
    }

    public Progress progress() {
        return progress;
    }

    @Override
    public synchronized void start() {
        var wanted = new CountDownLatch(1);
        asked = wanted;
        thread = Thread.ofPlatform().name(name + "-follower").daemon().start(() -> run(wanted));
    }

    @Override
    public synchronized void stop() {
        asked.countDown();
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                if (!running.join(STOPS_WITHIN)) {
                    log.warn("{} did not end within {}", name, STOPS_WITHIN);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /// Looks after the container: Spring Kafka's own assigns what it was given and no more.
    private void run(CountDownLatch wanted) {
        try (var lookup = consumers.createConsumer()) {
            var reading = Reading.NOTHING;
            while (wanted.getCount() > 0) {
                reading = current(lookup, reading);
                pause(wanted, reading);
            }
            reading.stop();
        }
    }

    private Reading current(Consumer<byte[], byte[]> lookup, Reading reading) {
        try {
            var caughtUp = reading.isCaughtUp();
            var partitions = partitions(lookup);
            if (!partitions.equals(reading.partitions()) || reading.hasEnded()) {
                reading.stop();
                return begin(partitions);
            }
            // A topic that is just being made may not have shown all of its partitions before.
            if (caughtUp && progress != Progress.CAUGHT_UP) {
                progress = Progress.CAUGHT_UP;
                log.info("{} is read to the end", name);
            }
        } catch (KafkaException e) {
            log.debug("The broker does not tell the partitions of {}", topics, e);
        }
        return reading;
    }

    private Reading begin(List<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Reading.NOTHING;
        }
        if (progress == Progress.WAITING_FOR_TOPICS) {
            progress = Progress.CATCHING_UP;
        }
        log.info("Following {} partitions of {}", partitions.size(), topics);
        return ContainerReading.begin(name, partitions, consumers, records, meters);
    }

    /// None before all topics exist.
    private List<TopicPartition> partitions(Consumer<byte[], byte[]> lookup) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            var found = lookup.partitionsFor(topic, ANSWER);
            if (found.isEmpty()) {
                return List.of();
            }
            found.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .sorted((one, other) -> one.partition() - other.partition())
                    .forEach(partitions::add);
        }
        return partitions;
    }

    private void pause(CountDownLatch wanted, Reading reading) {
        var pause =
                switch (progress) {
                    case WAITING_FOR_TOPICS -> LOOKED_FOR_TOPICS_EVERY;
                    case CATCHING_UP -> LOOKED_WHETHER_CAUGHT_UP_EVERY;
                    case CAUGHT_UP ->
                            reading.hasEnded() ? LOOKED_FOR_TOPICS_EVERY : partitionsCheckedEvery;
                };
        try {
            var _ = wanted.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            wanted.countDown();
        }
    }
}
