package org.tinkuy.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fact to publish, saved in the transaction that made it true.
///
/// @param topic the Kafka topic, also its name in the contracts
/// @param key the record's key; order is kept per key
/// @param type the message's name, such as `registration-confirmed` (CloudEvents `type`)
/// @param subject the aggregate's id (CloudEvents `subject`)
/// @param sequence the aggregate's version after the fact (CloudEvents `sequence`)
/// @param time when it became true
/// @param data written as JSON; `null` is a tombstone
/// @param traceparent the W3C trace context that caused it; `null`: the trace that is current when
///   it is appended
public record OutboxMessage(
        String topic,
        String key,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable Object data,
        @Nullable String traceparent) {

    public OutboxMessage(
            String topic,
            String key,
            String type,
            long sequence,
            Instant time,
            @Nullable Object data) {
        this(topic, key, type, key, sequence, time, data, null);
    }

    public OutboxMessage causedBy(@Nullable String traceparent) {
        return new OutboxMessage(topic, key, type, subject, sequence, time, data, traceparent);
    }
}
