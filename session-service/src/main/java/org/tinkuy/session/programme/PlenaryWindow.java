package org.tinkuy.session.programme;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// The local hours that a programme keeps for plenaries, so that people know when to watch.
///
/// @param lasts how long each plenary takes; `null`: as long as fits
public record PlenaryWindow(LocalTime starts, LocalTime ends, @Nullable Duration lasts) {

    public PlenaryWindow {
        if (!starts.isBefore(ends)) {
            throw new Impossible("policy.plenary", "a window ends after it starts");
        }
        if (starts.getSecond() + starts.getNano() + ends.getSecond() + ends.getNano() > 0) {
            throw new Impossible("policy.plenary", "a window starts and ends on the minute");
        }
    }

    /// What is not announced yet cannot be outside.
    public boolean admits(@Nullable LocalTime plenaryStarts, @Nullable LocalTime plenaryEnds) {
        if (plenaryStarts == null) {
            return true;
        }
        if (plenaryStarts.isBefore(starts) || !plenaryStarts.isBefore(ends)) {
            return false;
        }
        return plenaryEnds == null || endsInTime(plenaryStarts, plenaryEnds);
    }

    private boolean endsInTime(LocalTime plenaryStarts, LocalTime plenaryEnds) {
        return plenaryEnds.isAfter(plenaryStarts)
                && !plenaryEnds.isAfter(ends)
                && (lasts == null || Duration.between(plenaryStarts, plenaryEnds).equals(lasts));
    }
}
