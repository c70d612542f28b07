package org.tinkuy.follower;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What becomes of the records of topics that are followed. Called on one thread.
@FunctionalInterface
public interface FollowedRecords {

    /// A record for which this throws is counted, logged and skipped.
    void handle(ConsumerRecord<byte[], byte[]> record);

    /// Everything that was in the topics at this moment (of [System#nanoTime]) was handled. Said
    /// twice a second, unless Kafka is away or there is more to handle.
    default void heardAllAt(long nanos) {}
}
