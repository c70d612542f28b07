package org.tinkuy.notification.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a session takes place, as people there say it, as far as it is announced.
///
/// The local times are the truth; the instants are derived, as session-service does: a time that
/// the clocks skip counts by the offset before the gap, a time that comes twice is the first of the
/// two (RFC 5545 §3.3.5, and `ZonedDateTime.of`).
public record SessionTimes(
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        ZoneId timeZone) {

    public Optional<ZonedDateTime> start() {
        return date == null || starts == null
                ? Optional.empty()
                : Optional.of(ZonedDateTime.of(date, starts, timeZone));
    }

    /// Its start, else the start of its day, as the site's pages have it.
    public Optional<Instant> beginsFrom() {
        return start().map(ZonedDateTime::toInstant)
                .or(() ->
                        Optional.ofNullable(date)
                                .map(day -> day.atStartOfDay(timeZone).toInstant()));
    }

    /// A session that ends no later on the clock than it starts goes on past midnight. Where a
    /// skipped hour would turn the two around, it lasts as long as its local times say.
    public Optional<ZonedDateTime> end() {
        if (date == null || starts == null || ends == null) {
            return Optional.empty();
        }
        var localStart = date.atTime(starts);
        var localEnd = (ends.isAfter(starts) ? date : date.plusDays(1)).atTime(ends);
        var start = ZonedDateTime.of(localStart, timeZone);
        var end = ZonedDateTime.of(localEnd, timeZone);
        return Optional.of(
                end.isAfter(start) ? end : start.plus(Duration.between(localStart, localEnd)));
    }
}
