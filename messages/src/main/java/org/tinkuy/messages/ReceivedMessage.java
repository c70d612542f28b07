package org.tinkuy.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A CloudEvent read from a topic (Kafka's binary mode, JSON body).
public final class ReceivedMessage {

    private final JsonMapper json;
    private final String topic;
    private final String key;
    private final UUID id;
    private final String type;
    private final String subject;
    private final long sequence;
    private final Instant time;
    private final @Nullable String traceparent;
    private final byte @Nullable [] body;

    ReceivedMessage(
            JsonMapper json,
            String topic,
            String key,
            UUID id,
            String type,
            String subject,
            long sequence,
            Instant time,
            @Nullable String traceparent,
            byte @Nullable [] body) {
        this.json = json;
        this.topic = topic;
        this.key = key;
        this.id = id;
        this.type = type;
        this.subject = subject;
        this.sequence = sequence;
        this.time = time;
        this.traceparent = traceparent;
        this.body = body;
    }

    public String topic() {
        return topic;
    }

    public String key() {
        return key;
    }

    public UUID id() {
        return id;
    }

    public String type() {
        return type;
    }

    public String subject() {
        return subject;
    }

    public long sequence() {
        return sequence;
    }

    public Instant time() {
        return time;
    }

    /// The W3C trace context that the message belongs to.
    public @Nullable String traceparent() {
        return traceparent;
    }

    /// The same, for whoever handles it at another place in its trace.
    public ReceivedMessage causedBy(@Nullable String traceparent) {
        return new ReceivedMessage(
                json, topic, key, id, type, subject, sequence, time, traceparent, body);
    }

    public boolean isTombstone() {
        return body == null;
    }

    /// The body as the consumer's own minimal record; unknown fields are ignored.
    ///
    /// @throws UndecodableMessage if there is no body or it does not fit
    public <T> T as(Class<T> record) {
        if (body == null) {
            throw new UndecodableMessage("tombstone of " + key + " has no body", null);
        }
        try {
            return json.readValue(body, record);
        } catch (JacksonException e) {
            throw new UndecodableMessage(
                    type + " " + id + " does not fit " + record.getSimpleName() + place(e), e);
        }
    }

    /// Where it does not fit. What stands there may be personal, so the exception's own message is
    /// kept out of headers and logs.
    private static String place(JacksonException e) {
        return e.getPath().isEmpty() ? "" : " at " + e.getPathReference();
    }
}
