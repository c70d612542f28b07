package org.tinkuy.notification.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// What a mail says of a session.
///
/// @param page the path of the site's page that shows it
/// @param kind `plenary`, `hub`, …
/// @param ordinal which of several untitled sessions of its kind it is, from 1; 0 where it needs no
///   number
/// @param contact of the programme: where answers go; `null`: to the sender
/// @param version grows with every change; a calendar's SEQUENCE
/// @param cancelledBecause the organisers' words, where they cancelled it and gave any
public record SessionDetails(
        SessionId id,
        String page,
        String kind,
        int ordinal,
        @Nullable LocalisedText title,
        @Nullable LocalisedText eventTitle,
        LocalisedText programmeTitle,
        @Nullable EmailAddress contact,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        ZoneId timeZone,
        @Nullable String place,
        long version,
        @Nullable LocalisedText cancelledBecause) {

    /// As they take place; those without a date come last.
    public static final Comparator<SessionDetails> IN_ORDER =
            Comparator.comparing(
                            SessionDetails::date, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(
                            SessionDetails::starts, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(session -> session.id().value().toString());

    public SessionTimes times() {
        return new SessionTimes(date, starts, ends, timeZone);
    }

    /// The same session then and there.
    public SessionDetails at(SessionTimes times, @Nullable String otherPlace) {
        return new SessionDetails(
                id,
                page,
                kind,
                ordinal,
                title,
                eventTitle,
                programmeTitle,
                contact,
                times.date(),
                times.starts(),
                times.ends(),
                times.timeZone(),
                otherPlace,
                version,
                cancelledBecause);
    }

    /// What it belongs to.
    public LocalisedText whole() {
        return eventTitle == null ? programmeTitle : eventTitle;
    }

    public Optional<ZonedDateTime> start() {
        return times().start();
    }

    public Optional<ZonedDateTime> end() {
        return times().end();
    }
}
