package org.tinkuy.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session in a calendar.
///
/// @param sequence grows with every change
/// @param stamp in a feed when it was changed last, in a message when that was written (RFC 5545
///   §3.8.7.2)
/// @param when times, or no more than a day
/// @param summary what the calendar shows; one line
/// @param description `null`: nothing more is to be said
/// @param place `null`: none was stated; one line
/// @param page where the session is shown
public record CalendarEntry(
        UUID session,
        long sequence,
        Instant stamp,
        When when,
        String summary,
        @Nullable String description,
        @Nullable String place,
        URI page,
        Status status) {

    public sealed interface When {

        /// @param end `null`: not stated
        record Times(ZonedDateTime start, @Nullable ZonedDateTime end) implements When {}

        record Day(LocalDate date) implements When {}
    }

    public enum Status {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }
}
