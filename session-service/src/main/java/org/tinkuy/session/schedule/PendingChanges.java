package org.tinkuy.session.schedule;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.publication.ProgrammePublished;

/// What would change for everybody if all that was drafted of a programme were published now.
///
/// @param state of all drafts and of all that is published: whoever publishes names the one that
///   the organiser saw
/// @param before `null`: nothing of the programme is published
/// @param travel what it takes from one place to another, which nobody reads and which rules
///   follow; `null`: nothing is stated
/// @param travelBefore likewise, as it was published
/// @param sessions that would read otherwise, and no others
/// @param leaving sessions that would be withdrawn
public record PendingChanges(
        String state,
        ProgrammePublished programme,
        @Nullable ProgrammePublished before,
        @Nullable Duration travel,
        @Nullable Duration travelBefore,
        List<SessionChange> sessions,
        List<SessionPublished> leaving) {

    /// @param before `null`: it is not published
    /// @param objections to be answered by a mended draft, a reason or a yes
    public record SessionChange(
            SessionPublished session,
            @Nullable SessionPublished before,
            List<Objection> objections) {}

    public PendingChanges {
        sessions = List.copyOf(sessions);
        leaving = List.copyOf(leaving);
    }
}
