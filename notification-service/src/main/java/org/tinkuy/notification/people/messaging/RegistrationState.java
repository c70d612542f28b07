package org.tinkuy.notification.people.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.messages.UndecodableMessage;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;

/// What this service needs of the messages on `registrations`.
record RegistrationState(
        UUID id,
        UUID sessionId,
        UUID programmeId,
        UUID attendeeId,
        @Nullable Integer position,
        @Nullable Instant confirmedAt,
        @Nullable Instant waitlistedAt,
        @Nullable Instant cancelledAt,
        @Nullable String reason,
        @Nullable List<UUID> together) {

    RegistrationState {
        requireNonNull(id, "id");
        requireNonNull(sessionId, "sessionId");
        requireNonNull(programmeId, "programmeId");
        requireNonNull(attendeeId, "attendeeId");
    }

    /// @param type the message's name
    /// @throws UndecodableMessage if the contract has no such message, or the state lacks what it
    ///   must hold
    RegistrationChange change(String type) {
        return new RegistrationChange(
                new RegistrationId(id),
                new SessionId(sessionId),
                new ProgrammeId(programmeId),
                new RecipientId(attendeeId),
                what(type),
                (together == null ? List.of(id) : together)
                        .stream().map(RegistrationId::new).toList());
    }

    private What what(String type) {
        return switch (type) {
            case "registration-confirmed" -> new What.Confirmed(need("confirmedAt", confirmedAt));
            case "registration-promoted" -> new What.Promoted(need("confirmedAt", confirmedAt));
            case "registration-waitlisted" ->
                    new What.Waitlisted(need("waitlistedAt", waitlistedAt), position);
            case "registration-cancelled" ->
                    new What.Cancelled(
                            need("cancelledAt", cancelledAt), need("reason", reason), before());
            default ->
                    throw new UndecodableMessage(
                            "no message of `registrations` is called " + type, null);
        };
    }

    private What.Before before() {
        if (confirmedAt != null) {
            return What.Before.SEAT;
        }
        return waitlistedAt == null ? What.Before.REQUEST : What.Before.WAITING_LIST;
    }

    private <T> T need(String field, @Nullable T value) {
        if (value == null) {
            throw new UndecodableMessage("registration " + id + " has no " + field, null);
        }
        return value;
    }
}
