package org.tinkuy.registration.identity.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.DeviceSessionId;
import org.tinkuy.registration.identity.IdentityEvent;
import org.tinkuy.registration.identity.IdentityEvent.AttendeeErased;
import org.tinkuy.registration.identity.IdentityEvent.AttendeeRecorded;
import org.tinkuy.registration.identity.IdentityEvent.DeviceSessionClosed;
import org.tinkuy.registration.identity.IdentityEvent.DeviceSessionOpened;
import org.tinkuy.registration.identity.IdentityEvent.RolesChanged;
import org.tinkuy.registration.identity.IdentityEvent.SignInRequested;
import org.tinkuy.registration.identity.IdentityEvents;
import reactor.core.publisher.Mono;

/// Writes events as the messages of `contracts/`.
@Component
class IdentityMessages implements IdentityEvents {

    static final String ATTENDEES = "attendees";
    static final String SIGN_INS = "sign-ins";
    static final String DEVICE_SESSIONS = "device-sessions";

    private record AttendeeState(
            UUID id,
            String address,
            String name,
            String language,
            @Nullable String timeZone,
            @Nullable Instant confirmedAt,
            @Nullable Instant preferencesSetAt) {

        static AttendeeState of(Attendee attendee) {
            return new AttendeeState(
                    attendee.id().value(),
                    attendee.address().value(),
                    attendee.name(),
                    attendee.language(),
                    nameOf(attendee.timeZone()),
                    attendee.confirmedAt(),
                    attendee.preferencesSetAt());
        }
    }

    private record SignIn(
            UUID challengeId,
            String address,
            String language,
            @Nullable String timeZone,
            String purpose,
            List<UUID> sessionIds,
            @Nullable List<UUID> fullSessionIds,
            Instant expiresAt) {

        static SignIn of(SignInRequested requested) {
            var request = requested.request();
            var full = request.fullSessionIds();
            return new SignIn(
                    requested.challengeId(),
                    request.address().value(),
                    request.language(),
                    nameOf(request.timeZone()),
                    request.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    request.sessionIds(),
                    full.isEmpty() ? null : full,
                    requested.expiresAt());
        }
    }

    private record DeviceSessionFact(UUID id, UUID attendeeId, Instant at) {}

    private final Outbox outbox;

    IdentityMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(List<? extends IdentityEvent> events) {
        return events.isEmpty()
                ? Mono.empty()
                : outbox.append(events.stream().map(IdentityMessages::message).toList());
    }

    static OutboxMessage message(IdentityEvent event) {
        return switch (event) {
            case AttendeeRecorded(var attendee, var at) ->
                    new OutboxMessage(
                            ATTENDEES,
                            attendee.id().value().toString(),
                            "attendee-recorded",
                            attendee.version(),
                            at,
                            AttendeeState.of(attendee));
            case AttendeeErased(var id, var version, var at) ->
                    new OutboxMessage(
                            ATTENDEES, id.value().toString(), "attendee-erased", version, at, null);
            case SignInRequested requested ->
                    new OutboxMessage(
                                    SIGN_INS,
                                    requested.challengeId().toString(),
                                    "sign-in-requested",
                                    1,
                                    requested.at(),
                                    SignIn.of(requested))
                            .causedBy(requested.request().traceparent());
            case DeviceSessionOpened(var id, var attendee, var at) ->
                    deviceSession("device-session-opened", id, attendee, 1, at);
            case RolesChanged(var id, var attendee, var at) ->
                    deviceSession("device-session-roles-changed", id, attendee, 1, at);
            case DeviceSessionClosed(var id, var attendee, var at) ->
                    deviceSession("device-session-closed", id, attendee, 2, at);
        };
    }

    private static OutboxMessage deviceSession(
            String type, DeviceSessionId id, AttendeeId attendee, long sequence, Instant at) {
        return new OutboxMessage(
                DEVICE_SESSIONS,
                id.value().toString(),
                type,
                sequence,
                at,
                new DeviceSessionFact(id.value(), attendee.value(), at));
    }

    private static @Nullable String nameOf(@Nullable ZoneId timeZone) {
        return timeZone == null ? null : timeZone.getId();
    }
}
