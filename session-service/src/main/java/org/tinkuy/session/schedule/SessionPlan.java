package org.tinkuy.session.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.TextByLanguage;

/// What an organiser says of a session.
///
/// @param eventId `null`: it belongs to the programme as a whole
/// @param title `null`: it is known by its kind and its event
/// @param description in Markdown
/// @param ownTimeZone `null`: its event's, or else its programme's
/// @param place `null`: its programme's
/// @param capacity `null`: not limited
public record SessionPlan(
        @Nullable EventId eventId,
        SessionKind kind,
        @Nullable TextByLanguage title,
        @Nullable String note,
        @Nullable TextByLanguage description,
        SessionTimes times,
        @Nullable ZoneId ownTimeZone,
        @Nullable String place,
        @Nullable Capacity capacity,
        People people) {

    /// @param other `null`: of the programme as a whole
    SessionPlan of(@Nullable EventId other) {
        return with(other, times, ownTimeZone, place, capacity, people);
    }

    SessionPlan on(LocalDate date) {
        return at(new SessionTimes(date, times.starts(), times.ends()), ownTimeZone, place);
    }

    public SessionPlan shiftedBy(int weeks) {
        return at(times.shiftedBy(weeks), ownTimeZone, place);
    }

    SessionPlan at(SessionTimes others, @Nullable ZoneId zone, @Nullable String there) {
        return with(eventId, others, zone, there, capacity, people);
    }

    SessionPlan limitedTo(@Nullable Capacity seats) {
        return with(eventId, times, ownTimeZone, place, seats, people);
    }

    SessionPlan with(People others) {
        return with(eventId, times, ownTimeZone, place, capacity, others);
    }

    private SessionPlan with(
            @Nullable EventId eventId,
            SessionTimes times,
            @Nullable ZoneId ownTimeZone,
            @Nullable String place,
            @Nullable Capacity capacity,
            People people) {
        return new SessionPlan(
                eventId,
                kind,
                title,
                note,
                description,
                times,
                ownTimeZone,
                place,
                capacity,
                people);
    }
}
