package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.ProgrammeId;

/// All drafts of a programme, to be published at a stated time.
///
/// @param state of the drafts that the organiser saw: no others are published
/// @param said beside the sessions that something speaks against
/// @param note what colleagues read of the publication; `null`: none
/// @param by the organiser
/// @param refused `null`: its time has not come
public record PlannedPublication(
        ProgrammeId programme,
        Instant at,
        String state,
        Map<SessionId, Insistence> said,
        @Nullable String note,
        UUID by,
        Instant askedAt,
        @Nullable Refused refused) {

    /// Further ahead nobody knows what will be drafted.
    private static final Duration FURTHEST = Duration.ofDays(366);

    /// How long after its time it is published at the latest while an instance runs: what begins
    /// until then is asked about as what has begun.
    private static final Duration LATEST = Duration.ofMinutes(1);

    /// When its time had come, and nothing was published.
    ///
    /// @param name of the problem
    public record Refused(Instant at, String name) {}

    public PlannedPublication {
        said = Map.copyOf(said);
    }

    static boolean isTooFar(Instant at, Instant now) {
        return at.isAfter(now.plus(FURTHEST));
    }

    /// Until when what is planned for that time is published.
    static Instant latest(Instant at) {
        return at.plus(LATEST);
    }

    PlannedPublication refused(Refused refused) {
        return new PlannedPublication(programme, at, state, said, note, by, askedAt, refused);
    }

    boolean isDue(Instant now) {
        return refused == null && !now.isBefore(at);
    }
}
