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

    public record Runs(Year from, @Nullable Year until) {}

    public Setting {
        Event.requireOrder(starts, ends);
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
