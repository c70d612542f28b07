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

    Days and(@Nullable Days other) {
        return other == null
                ? this
                : new Days(
                        first.isBefore(other.first) ? first : other.first,
                        last.isAfter(other.last) ? last : other.last);
    }

    /// What is read of stated days beside these. They are as stated where these lie within, but for
    /// an end that something was to take place on, and nothing does any more.
    ///
    /// @param starts `null`: to be announced
    /// @param ends `null`: on the day on which it starts
    /// @param ever on which something was to take place until now; `null`: not known
    Days within(@Nullable LocalDate starts, @Nullable LocalDate ends, @Nullable Days ever) {
        if (starts == null) {
            return this;
        }
        var stated = new Days(starts, ends == null ? starts : ends);
        if (first.isBefore(stated.first) || last.isAfter(stated.last)) {
            return this;
        }
        return new Days(
                ever != null && !ever.first.isAfter(stated.first) ? first : stated.first,
                ever != null && !ever.last.isBefore(stated.last) ? last : stated.last);
    }

    /// Whether just this was stated.
    boolean are(@Nullable LocalDate starts, @Nullable LocalDate ends) {
        return first.equals(starts) && last.equals(ends == null ? starts : ends);
    }

    boolean areWithin(YearMonth month) {
        return YearMonth.from(first).equals(month) && YearMonth.from(last).equals(month);
    }

    /// What stands as the end beside the first day: nothing where it is the same.
    @Nullable LocalDate end() {
        return last.equals(first) ? null : last;
    }
}
