package org.tinkuy.inbox;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tinkuy.messages.CloudEventHeaders;
import org.tinkuy.messages.ReceivedMessage;

/// A message with what the inbox alone needs of its record.
///
/// @param republished the state was true before, it was written again for a rebuilt topic
/// @param published when the record was written
record Arrival(
        ConsumerRecord<?, ?> record,
        ReceivedMessage message,
        boolean republished,
        Instant published) {

    /// @throws org.tinkuy.messages.UndecodableMessage if the record is no CloudEvent of ours
    static Arrival of(ConsumerRecord<?, ?> record) {
        return of(record, Instant.ofEpochMilli(record.timestamp()));
    }

    /// A dead letter that an operator hands in once more: however old it is, it was not handled.
    static Arrival replayed(ConsumerRecord<?, ?> letter) {
        return of(letter, Instant.MAX);
    }

    private static Arrival of(ConsumerRecord<?, ?> record, Instant published) {
        return new Arrival(
                record,
                CloudEventHeaders.read(record),
                CloudEventHeaders.text(record.headers(), CloudEventHeaders.REPUBLISHED) != null,
                published);
    }

    Arrival causedBy(@Nullable String traceparent) {
        return new Arrival(record, message.causedBy(traceparent), republished, published);
    }

    Key key() {
        return new Key(message.topic(), message.key());
    }

    record Key(String topic, String key) {}
}
