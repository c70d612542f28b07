package org.tinkuy.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// CloudEvents 1.0 in Kafka's binary mode: attributes are `ce_` headers, the value is the JSON.
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String SEQUENCE = "ce_sequence";
    public static final String TIME = "ce_time";

    /// An extension of ours: the state was true before, it is written again for a rebuilt topic.
    public static final String REPUBLISHED = "ce_republished";

    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /// @throws UndecodableMessage if the record is no CloudEvent of ours
    public static ReceivedMessage read(ConsumerRecord<?, ?> record) {
        var headers = record.headers();
        if (!"1.0".equals(text(headers, SPEC_VERSION))) {
            throw new UndecodableMessage("no CloudEvent: " + SPEC_VERSION + " is not 1.0", null);
        }
        try {
            return new ReceivedMessage(
                    MessageJson.mapper(),
                    record.topic(),
                    key(record),
                    UUID.fromString(required(headers, ID)),
                    required(headers, TYPE),
                    required(headers, SUBJECT),
                    Long.parseLong(required(headers, SEQUENCE)),
                    instant(required(headers, TIME)),
                    text(headers, TRACEPARENT),
                    (byte[]) record.value());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UndecodableMessage("CloudEvent headers: " + e.getMessage(), e);
        }
    }

    public static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : utf8(header.value());
    }

    private static String required(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null || value.isBlank()) {
            throw new UndecodableMessage("no CloudEvent: " + name + " is missing", null);
        }
        return value;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String key(ConsumerRecord<?, ?> record) {
        if (record.key() instanceof byte[] key) {
            return utf8(key);
        }
        throw new UndecodableMessage("the record has no key", null);
    }

    private static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UndecodableMessage("a header or key is not UTF-8", e);
        }
    }
}
