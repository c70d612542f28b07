package org.tinkuy.session.programme;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Where and when a programme takes place, as exactly as its source says: days, or a month, or
/// years.
///
/// @param timeZone the zone of everything in it that names none of its own
public record Setting(
        ZoneId timeZone,
        Mode mode,
        @Nullable String place,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable YearMonth month,
        @Nullable Runs runs) {

    public record Runs(Year from, @Nullable Year until) {

        public Runs {
            if (until != null && until.isBefore(from)) {
                throw new Impossible("runs.until", "it ends before it starts");
            }
        }
    }

    public Setting {
        Event.requireOrder(starts, ends);
    }

    public Setting in(Mode other) {
        return new Setting(timeZone, other, place, starts, ends, month, runs);
    }

    /// On days that are known: a month would say less, or something else.
    public Setting on(LocalDate first, @Nullable LocalDate last) {
        return new Setting(timeZone, mode, place, first, last, null, runs);
    }

    public Setting running(@Nullable Runs years) {
        return new Setting(timeZone, mode, place, starts, ends, month, years);
    }

    /// By whole weeks. A month and years, which are coarser, are not stated any more.
    public Setting later(int weeks) {
        var shifted = shiftedBy(weeks);
        return new Setting(timeZone, mode, place, shifted.starts, shifted.ends, null, null);
    }

    Setting shiftedBy(int weeks) {
        return new Setting(
                timeZone,
                mode,
                place,
                Programme.shift(starts, weeks),
                Programme.shift(ends, weeks),
                month,
                runs);
    }
}
