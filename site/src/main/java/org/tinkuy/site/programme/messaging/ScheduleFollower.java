package org.tinkuy.site.programme.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Reads both topics from the beginning, on its own thread, without a consumer group: every
/// instance holds everything, and nothing needs to be remembered about it. When Kafka is away,
/// pages go on from memory, and reading resumes where it stopped.
@Component
class ScheduleFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ScheduleFollower.class);

    private static final List<String> TOPICS =
            List.of(ScheduleMessages.PROGRAMMES, ScheduleMessages.SESSIONS);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /// How soon partitions that were added to a topic are noticed.
    private static final Duration PARTITIONS_CHECKED_EVERY = Duration.ofSeconds(30);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final ScheduleMessages messages;

    private volatile Progress progress = Progress.WAITING_FOR_TOPICS;
    private volatile @Nullable Run run;

    enum Progress {
        WAITING_FOR_TOPICS,
        CATCHING_UP,
        CAUGHT_UP
    }

    ScheduleFollower(ConsumerFactory<byte[], byte[]> consumers, ScheduleMessages messages) {
        this.consumers = consumers;
        this.messages = messages;
    }

    /// Once caught up it stays so: what was read goes on being shown while Kafka is away.
    Progress progress() {
        return progress;
    }

    @Override
    public void start() {
        var started = new Run();
        run = started;
        Thread.ofPlatform().name("schedule-follower").daemon().start(started);
    }

    @Override
    public void stop() {
        var running = run;
        run = null;
        if (running != null) {
            running.end();
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    private final class Run implements Runnable {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Consumer<byte[], byte[]> current;

        @Override
        public void run() {
            try {
                while (asked.getCount() > 0) {
                    followUntilItFails();
                }
            } finally {
                ended.countDown();
            }
        }

        private void followUntilItFails() {
            try (var consumer = consumers.createConsumer()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException _) {
                // asked to end
            } catch (InterruptException _) {
                asked.countDown();
            } catch (KafkaException e) {
                log.warn("Reading the schedule failed, trying again: {}", e.toString());
                pause();
            } finally {
                current = null;
            }
        }

        private void follow(Consumer<byte[], byte[]> consumer) {
            var ends = new HashMap<TopicPartition, Long>();
            var checkedAt = 0L;
            while (asked.getCount() > 0) {
                if (checkedAt == 0
                        || System.nanoTime() - checkedAt > PARTITIONS_CHECKED_EVERY.toNanos()) {
                    if (!assign(consumer, ends)) {
                        pause();
                        continue;
                    }
                    checkedAt = System.nanoTime();
                }
                consumer.poll(POLL).forEach(messages::handle);
                noteProgress(consumer, ends);
            }
        }

        /// @return whether both topics exist
        private boolean assign(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            var partitions = new ArrayList<TopicPartition>();
            for (var topic : TOPICS) {
                var found = consumer.partitionsFor(topic);
                if (found == null || found.isEmpty()) {
                    return false;
                }
                found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
            var added = new ArrayList<>(partitions);
            added.removeAll(consumer.assignment());
            if (!added.isEmpty()) {
                consumer.assign(partitions);
                consumer.seekToBeginning(added);
                ends.putAll(consumer.endOffsets(added));
                log.info("Following {} partitions of {}", partitions.size(), TOPICS);
            }
            return true;
        }

        private void noteProgress(
                Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            if (progress == Progress.CAUGHT_UP) {
                return;
            }
            progress = Progress.CATCHING_UP;
            if (!isRead(consumer, ends)) {
                return;
            }
            // a topic that is just being made may not have shown all of its partitions at first
            assign(consumer, ends);
            if (isRead(consumer, ends)) {
                progress = Progress.CAUGHT_UP;
                log.info("The schedule is read to the end");
            }
        }

        private static boolean isRead(
                Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }

        private void pause() {
            try {
                if (asked.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.debug("Asked to end");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                asked.countDown();
            }
        }

        private void end() {
            asked.countDown();
            var consumer = current;
            if (consumer != null) {
                consumer.wakeup();
            }
            try {
                if (!ended.await(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("The follower did not end within {}", STOPS_WITHIN);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
