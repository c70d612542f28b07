package org.tinkuy.session.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who moved or cancelled a session, when, to what, and why against a policy.
///
/// @param version of the session after the change
/// @param by the attendee who is the organiser
/// @param timeZone `null`: its event's, or else its programme's
/// @param place `null`: its programme's
/// @param exemption `null`: nothing spoke against it
public record ScheduleChange(
        SessionId session,
        long version,
        Instant at,
        UUID by,
        SessionTimes times,
        @Nullable ZoneId timeZone,
        @Nullable String place,
        boolean cancelled,
        @Nullable Exemption exemption) {

    static ScheduleChange to(Session session, Instant at, UUID by, @Nullable Exemption exemption) {
        return new ScheduleChange(
                session.id(),
                session.version(),
                at,
                by,
                session.times(),
                session.ownTimeZone(),
                session.place(),
                session.cancellation() != null,
                exemption);
    }
}
