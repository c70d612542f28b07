package org.tinkuy.outbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tinkuy.messages.MessageJson;

/// A message as it is written down.
///
/// @param time ISO 8601
/// @param data JSON; `null` is a tombstone
record OutboxLine(
        String topic,
        String key,
        String type,
        String subject,
        long sequence,
        String time,
        @Nullable String data,
        @Nullable String traceparent,
        boolean republished) {

    /// What a broker with default settings accepts is 1 MiB, headers included. A larger message
    /// would stop the relay for ever, so it fails in the transaction that wants it.
    static final int MAX_DATA_BYTES = 900_000;

    /// @param trace where the transaction stands in a trace
    static OutboxLine of(OutboxMessage message, boolean republished, @Nullable String trace) {
        var cause = message.traceparent();
        return new OutboxLine(
                message.topic(),
                message.key(),
                message.type(),
                message.subject(),
                message.sequence(),
                message.time().toString(),
                json(message),
                cause == null ? trace : cause,
                republished);
    }

    private static @Nullable String json(OutboxMessage message) {
        if (message.data() == null) {
            return null;
        }
        var json = MessageJson.mapper().writeValueAsString(message.data());
        if (json.length() > MAX_DATA_BYTES / 3
                && json.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
            throw new IllegalArgumentException(
                    message.type() + " of " + message.key() + " is larger than Kafka accepts");
        }
        return json;
    }
}
