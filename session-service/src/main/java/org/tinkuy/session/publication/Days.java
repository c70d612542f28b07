package org.tinkuy.session.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From the first day to the last, local, both of them included.
public record Days(LocalDate first, LocalDate last) {

    /// Empty where there is no day.
    public static Optional<Days> of(Stream<LocalDate> days) {
        return days.map(day -> new Days(day, day)).reduce(Days::and);
    }

    private Days and(Days other) {
        return new Days(
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    /// @param starts `null`: to be announced, and no day is within
    /// @param ends `null`: on the day on which it starts
    boolean areWithin(@Nullable LocalDate starts, @Nullable LocalDate ends) {
        return starts != null
                && !first.isBefore(starts)
                && !last.isAfter(ends == null ? starts : ends);
    }

    boolean areWithin(YearMonth month) {
        return YearMonth.from(first).equals(month) && YearMonth.from(last).equals(month);
    }

    /// What stands as the end beside the first day: nothing where it is the same.
    @Nullable LocalDate end() {
        return last.equals(first) ? null : last;
    }
}
