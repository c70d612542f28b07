package org.tinkuy.session.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days on which something is to take place, local: at least one.
///
/// @param dates in order, each once
public record Days(List<LocalDate> dates) {

    public Days {
        dates = dates.stream().distinct().sorted().toList();
    }

    /// Empty where there is no day.
    public static Optional<Days> of(Stream<LocalDate> days) {
        return Optional.of(days.toList()).filter(dates -> !dates.isEmpty()).map(Days::new);
    }

    LocalDate first() {
        return dates.getFirst();
    }

    LocalDate last() {
        return dates.getLast();
    }

    /// What is read of stated days beside these. They are as stated where these lie within, but for
    /// an end that something was to take place on, and nothing does any more.
    ///
    /// @param held the stated ends on which something was to take place until now
    StatedDays within(StatedDays stated, List<LocalDate> held) {
        var starts = stated.starts();
        var last = stated.last();
        if (starts == null || last == null || first().isBefore(starts) || last().isAfter(last)) {
            return new StatedDays(first(), end());
        }
        return new StatedDays(
                held.contains(starts) ? first() : starts, held.contains(last) ? last() : last);
    }

    boolean areWithin(YearMonth month) {
        return YearMonth.from(first()).equals(month) && YearMonth.from(last()).equals(month);
    }

    /// What stands as the end beside the first day: nothing where it is the same.
    @Nullable LocalDate end() {
        return last().equals(first()) ? null : last();
    }
}
