package org.tinkuy.site.organiser.sheet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What stands in one field of a sheet.
public sealed interface Cell {

    Cell EMPTY = new Text("");

    /// @param text of people, whatever stands in it
    record Text(String text) implements Cell {}

    /// @param at to the second, with its zone
    record Moment(ZonedDateTime at) implements Cell {}

    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    static Cell of(@Nullable Instant moment, ZoneId clock) {
        return moment == null
                ? EMPTY
                : new Moment(moment.truncatedTo(ChronoUnit.SECONDS).atZone(clock));
    }
}
