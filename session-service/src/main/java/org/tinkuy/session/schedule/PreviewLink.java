package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tinkuy.session.programme.ProgrammeId;

/// Shows what is drafted of a programme to whoever has the link, until it ends or is taken back.
///
/// @param by the organiser who made it
public record PreviewLink(UUID id, ProgrammeId programme, UUID by, Instant at, Instant endsAt) {

    /// Long enough for colleagues to look, and nobody remembers to end it.
    public static final int USUAL_DAYS = 14;

    public static final int MOST_DAYS = 90;

    /// More of one programme at a time are no longer overlooked.
    static final int MOST = 20;

    static PreviewLink of(ProgrammeId programme, int days, UUID by, Instant now) {
        return new PreviewLink(
                UUID.randomUUID(), programme, by, now, now.plus(Duration.ofDays(days)));
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
