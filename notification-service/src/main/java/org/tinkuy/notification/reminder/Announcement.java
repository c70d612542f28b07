package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.SessionTimes;

/// When and where a session is said to take place: what people must be told if it changes.
public record Announcement(SessionTimes times, @Nullable String place) {

    /// When the session will have taken place, as far as that is known. After that nobody needs to
    /// hear that it was moved.
    public Optional<Instant> overAt() {
        return times.end().or(times::start).or(this::endOfDay).map(ZonedDateTime::toInstant);
    }

    private Optional<ZonedDateTime> endOfDay() {
        var date = times.date();
        return date == null
                ? Optional.empty()
                : Optional.of(
                        ZonedDateTime.of(date.plusDays(1), LocalTime.MIDNIGHT, times.timeZone()));
    }
}
