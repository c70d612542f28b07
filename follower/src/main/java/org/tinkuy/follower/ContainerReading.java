package org.tinkuy.follower;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;

/// A container of Spring Kafka that commits nothing. On its thread it asks twice a second for the
/// ends, because a consumer whose broker is gone only falls silent.
final class ContainerReading implements Reading {

    private static final Logger log = LoggerFactory.getLogger(ContainerReading.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration END_EVERY = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final String name;
    private final List<TopicPartition> partitions;
    private final FollowedRecords records;

    /// Counted from 0, since who watches sees how a count grows and not where it begins.
    private final Map<String, Counter> skipped = new HashMap<>();

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Map<TopicPartition, Long> firstEnds = new HashMap<>();

    private long endAskedAt = System.nanoTime() - END_EVERY.toNanos();
    private volatile boolean caughtUp;

    private ContainerReading(
            String name,
            List<TopicPartition> partitions,
            ConsumerFactory<byte[], byte[]> consumers,
            FollowedRecords records,
            MeterRegistry meters) {
        this.name = name;
        this.partitions = partitions;
        this.records = records;
        partitions.forEach(partition ->
                skipped.computeIfAbsent(
                        partition.topic(),
                        topic -> meters.counter("tinkuy.follower.skipped", "topic", topic)));
        this.container = new KafkaMessageListenerContainer<>(consumers, properties());
    }

    static ContainerReading begin(
            String name,
            List<TopicPartition> partitions,
            ConsumerFactory<byte[], byte[]> consumers,
            FollowedRecords records,
            MeterRegistry meters) {
        var reading = new ContainerReading(name, partitions, consumers, records, meters);
        reading.container.setBeanName(name);
        reading.container.setApplicationEventPublisher(reading::heard);
        reading.container.start();
        return reading;
    }

    private ContainerProperties properties() {
        var properties =
                new ContainerProperties(
                        partitions.stream()
                                .map(it ->
                                        new TopicPartitionOffset(it, null, SeekPosition.BEGINNING))
                                .toArray(TopicPartitionOffset[]::new));
        // There is no group to commit for.
        properties.setAckMode(AckMode.MANUAL);
        properties.setPollTimeout(POLL.toMillis());
        properties.setIdleEventInterval(POLL.toMillis());
        properties.setIdleBeforeDataMultiplier(1);
        properties.setMessageListener(
                (BatchConsumerAwareMessageListener<byte[], byte[]>)
                        (poll, consumer) -> handle(poll, Objects.requireNonNull(consumer)));
        return properties;
    }

    private void handle(List<ConsumerRecord<byte[], byte[]>> poll, Consumer<?, ?> consumer) {
        poll.forEach(this::handle);
        compareWithEnds(consumer);
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            records.handle(record);
        } catch (RuntimeException e) {
            Objects.requireNonNull(skipped.get(record.topic())).increment();
            log.warn(
                    "{} skipped {}-{}@{}: {}",
                    name,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
    }

    /// Events come on the consumer's thread.
    private void heard(Object event) {
        if (event instanceof ListenerContainerIdleEvent idle) {
            compareWithEnds(idle.getConsumer());
        }
    }

    private void compareWithEnds(Consumer<?, ?> consumer) {
        var askedAt = System.nanoTime();
        if (caughtUp && askedAt - endAskedAt < END_EVERY.toNanos()) {
            return;
        }
        endAskedAt = askedAt;
        try {
            var ends = consumer.endOffsets(partitions, ANSWER);
            if (firstEnds.isEmpty()) {
                firstEnds.putAll(ends);
            }
            if (isRead(consumer, ends)) {
                records.heardAllAt(askedAt);
            }
            caughtUp = caughtUp || isRead(consumer, firstEnds);
        } catch (KafkaException e) {
            log.debug("The broker does not tell the ends of {}", partitions, e);
        }
    }

    private static boolean isRead(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
    }

    @Override
    public List<TopicPartition> partitions() {
        return partitions;
    }

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public boolean hasEnded() {
        return !container.isRunning();
    }

    @Override
    public void stop() {
        container.stop();
    }
}
