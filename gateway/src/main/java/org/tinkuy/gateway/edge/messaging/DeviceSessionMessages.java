package org.tinkuy.gateway.edge.messaging;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tinkuy.follower.FollowedRecords;
import org.tinkuy.gateway.edge.ClosedDeviceSessions;
import org.tinkuy.messages.CloudEventHeaders;
import org.tinkuy.messages.UndecodableMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which device sessions were closed, and whose roles changed. What cannot be read may have been
/// either.
@Component
class DeviceSessionMessages implements FollowedRecords {

    static final String TOPIC = "device-sessions";

    private static final Logger log = LoggerFactory.getLogger(DeviceSessionMessages.class);

    /// What was closed earlier concerns no token that still lives; generous to clocks that differ.
    private static final Duration HISTORY = ClosedDeviceSessions.REMEMBERED.multipliedBy(2);

    private final ClosedDeviceSessions closedSessions;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    DeviceSessionMessages(ClosedDeviceSessions closedSessions, Clock clock) {
        this.closedSessions = closedSessions;
        this.clock = clock;
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> message) {
        var type = type(message);
        if (type != null && !DeviceSessionFact.TYPES.contains(type)) {
            return;
        }
        var fact = read(message.value());
        if (type == null || fact == null) {
            log.warn("Unreadable message at {}-{}", TOPIC, message.offset());
            closedSessions.distrustEarlierAnswers();
        } else if (fact.at().isAfter(clock.instant().minus(HISTORY))) {
            heard(type, fact);
        }
    }

    private void heard(String type, DeviceSessionFact fact) {
        if (type.equals(DeviceSessionFact.CLOSED)) {
            closedSessions.close(fact.id());
        } else {
            closedSessions.distrustEarlierAnswersOf(fact.id());
        }
    }

    @Override
    public void heardAllAt(long nanos) {
        if (!closedSessions.isCurrent()) {
            log.info("Hears of closed device sessions");
        }
        closedSessions.heardAllAt(nanos);
    }

    private static @Nullable String type(ConsumerRecord<?, ?> message) {
        try {
            return CloudEventHeaders.text(message.headers(), CloudEventHeaders.TYPE);
        } catch (UndecodableMessage _) {
            return null;
        }
    }

    private @Nullable DeviceSessionFact read(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            var fact = json.readValue(value, DeviceSessionFact.class);
            return fact.id() == null || fact.at() == null ? null : fact;
        } catch (JacksonException _) {
            return null;
        }
    }
}
