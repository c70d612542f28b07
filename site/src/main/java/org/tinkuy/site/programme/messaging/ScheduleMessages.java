package org.tinkuy.site.programme.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tinkuy.follower.FollowedRecords;
import org.tinkuy.messages.CloudEventHeaders;
import org.tinkuy.messages.UndecodableMessage;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.PublishedSchedule;
import org.tinkuy.site.programme.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Turns records into the schedule's state. What cannot be read is counted, logged and skipped: one
/// bad message must not keep every page from showing the others, and its producer can publish it
/// again.
@Component
class ScheduleMessages implements FollowedRecords {

    static final String PROGRAMMES = "programmes";
    static final String SESSIONS = "sessions";

    private static final Logger log = LoggerFactory.getLogger(ScheduleMessages.class);

    private final PublishedSchedule schedule;
    private final JsonMapper json;
    private final Counter undecodable;
    private final Counter outdated;

    ScheduleMessages(PublishedSchedule schedule, JsonMapper json, MeterRegistry metrics) {
        this.schedule = schedule;
        this.json = json;
        this.undecodable = metrics.counter("tinkuy.schedule.undecodable");
        this.outdated = metrics.counter("tinkuy.schedule.outdated");
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> message) {
        try {
            if (!apply(message)) {
                outdated.increment();
            }
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException
                | UndecodableMessage e) {
            undecodable.increment();
            log.warn(
                    "Skipped an undecodable message at {}-{}@{}: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void heardAllAt(long nanos) {
        schedule.heardAll();
    }

    private boolean apply(ConsumerRecord<byte[], byte[]> message) {
        var sequence = sequence(message);
        var body = message.value();
        if (body == null) {
            return withdraw(message, sequence);
        }
        if (sequence == null) {
            throw new IllegalArgumentException("no " + CloudEventHeaders.SEQUENCE);
        }
        return switch (type(message)) {
            case "programme-published" ->
                    schedule.publish(
                            json.readValue(body, Programme.class).since(time(message)), sequence);
            case "session-published" ->
                    schedule.publish(
                            json.readValue(body, Session.class).since(time(message)), sequence);
            // a kind of fact that pages do not show
            default -> true;
        };
    }

    /// A tombstone without any header is one, too.
    private boolean withdraw(ConsumerRecord<byte[], byte[]> message, @Nullable Long sequence) {
        var id = key(message);
        return message.topic().equals(SESSIONS)
                ? schedule.withdrawSession(id, sequence, timeIfTold(message))
                : schedule.withdrawProgramme(id, sequence);
    }

    private static UUID key(ConsumerRecord<byte[], byte[]> message) {
        var key = message.key();
        if (key == null) {
            throw new IllegalArgumentException("no key");
        }
        return UUID.fromString(new String(key, StandardCharsets.UTF_8));
    }

    private static @Nullable Long sequence(ConsumerRecord<?, ?> message) {
        var text = CloudEventHeaders.text(message.headers(), CloudEventHeaders.SEQUENCE);
        return text == null ? null : Long.valueOf(text);
    }

    private static Instant time(ConsumerRecord<?, ?> message) {
        var time = timeIfTold(message);
        if (time == null) {
            throw new IllegalArgumentException("no " + CloudEventHeaders.TIME);
        }
        return time;
    }

    private static @Nullable Instant timeIfTold(ConsumerRecord<?, ?> message) {
        var text = CloudEventHeaders.text(message.headers(), CloudEventHeaders.TIME);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static String type(ConsumerRecord<?, ?> message) {
        var type = CloudEventHeaders.text(message.headers(), CloudEventHeaders.TYPE);
        if (type == null) {
            throw new IllegalArgumentException("no " + CloudEventHeaders.TYPE);
        }
        return type;
    }
}
