package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// The dates that sessions have which could be in the way of one.
///
/// @param from the first of them
/// @param to the last of them
public record Nearby(LocalDate from, LocalDate to) {

    /// Between the dates of two sessions that overlap: each may last for a day, and the clocks of
    /// two places are 26 hours apart at most.
    private static final int DAYS = 3;

    /// Empty where the session has no date: nothing is in its way.
    static Optional<Nearby> of(Session session, Programme programme) {
        var days = DAYS + days(programme.policies().travel());
        return Optional.ofNullable(session.times().date())
                .map(date -> new Nearby(date.minusDays(days), date.plusDays(days)));
    }

    private static long days(@Nullable Duration travel) {
        return travel == null ? 0 : travel.plusDays(1).toDays();
    }
}
