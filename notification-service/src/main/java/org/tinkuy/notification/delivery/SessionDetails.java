package org.tinkuy.notification.delivery;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a mail says of a session.
///
/// @param page the path of the site's page that shows it
/// @param kind `plenary`, `hub`, …
/// @param version grows with every change; a calendar's SEQUENCE
public record SessionDetails(
        SessionId id,
        String page,
        String kind,
        @Nullable LocalisedText title,
        @Nullable LocalisedText eventTitle,
        LocalisedText programmeTitle,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        ZoneId timeZone,
        @Nullable String place,
        long version) {

    public Optional<ZonedDateTime> start() {
        return date == null || starts == null
                ? Optional.empty()
                : Optional.of(ZonedDateTime.of(date, starts, timeZone));
    }

    /// A session that ends no later on the clock than it starts goes on past midnight.
    public Optional<ZonedDateTime> end() {
        if (date == null || starts == null || ends == null) {
            return Optional.empty();
        }
        var day = ends.isAfter(starts) ? date : date.plusDays(1);
        return Optional.of(ZonedDateTime.of(day, ends, timeZone));
    }
}
