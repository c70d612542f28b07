package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// Who moved or cancelled a session or published its texts, when, from where to where, and why
/// against a rule.
///
/// @param version of the session after the change
/// @param by the attendee who is the organiser
/// @param from `null`: it was new, or it is not known, of a change from before it was kept
/// @param reasons for each rule that was broken
/// @param formerReason of a change from before the rules were kept; `null`: none
public record ScheduleChange(
        SessionId session,
        long version,
        Instant at,
        UUID by,
        @Nullable Whereabouts from,
        Whereabouts to,
        boolean cancelled,
        Map<SchedulingRule, Exemption> reasons,
        @Nullable Exemption formerReason) {

    public ScheduleChange {
        reasons = Map.copyOf(reasons);
    }

    /// @param from `null`: it is new
    /// @param programme to which it belongs now
    static ScheduleChange of(
            @Nullable Whereabouts from,
            Session.Allowed after,
            Programme programme,
            Instant at,
            UUID by) {
        var session = after.session();
        return new ScheduleChange(
                session.id(),
                session.version(),
                at,
                by,
                from,
                Whereabouts.of(session, programme),
                session.cancellation() != null,
                after.reasons(),
                null);
    }
}
