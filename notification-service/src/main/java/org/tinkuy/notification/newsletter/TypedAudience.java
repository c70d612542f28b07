package org.tinkuy.notification.newsletter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.problems.FieldErrors;

/// The registered that a message is for, as a form or a program sent it.
///
/// @param sessionId of this session; or
/// @param eventId of any session of this event
/// @param waiting whether those on the waiting list get it, too; `null`: they do not
public record TypedAudience(
        @Nullable UUID sessionId, @Nullable UUID eventId, @Nullable Boolean waiting) {

    /// @param typed `null`: whoever is subscribed
    static Audience read(@Nullable TypedAudience typed, FieldErrors errors) {
        if (typed == null) {
            return new Audience.Subscribers();
        }
        var waitingToo = Boolean.TRUE.equals(typed.waiting);
        if (typed.sessionId != null && typed.eventId != null) {
            errors.wrong("registered.eventId", "impossible", "A session or an event, not both.");
        }
        if (typed.sessionId != null) {
            return new Audience.OfSession(new SessionId(typed.sessionId), waitingToo);
        }
        if (typed.eventId != null) {
            return new Audience.OfEvent(typed.eventId, waitingToo);
        }
        errors.wrong("registered.sessionId", "required", "Give a session, or an event.");
        return new Audience.Subscribers();
    }
}
