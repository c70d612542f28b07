package org.tinkuy.session.programme;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
        if (lasts != null && !fits(lasts, starts, ends)) {
            throw new Impossible(
                    "policy.plenary", "a plenary lasts a minute or more, and no longer than fits");
        }
    }

    private static boolean fits(Duration lasts, LocalTime starts, LocalTime ends) {
        return lasts.isPositive()
                && lasts.equals(lasts.truncatedTo(ChronoUnit.MINUTES))
                && lasts.compareTo(Duration.between(starts, ends)) <= 0;
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
