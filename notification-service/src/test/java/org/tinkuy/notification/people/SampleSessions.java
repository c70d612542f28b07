package org.tinkuy.notification.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// Sessions of Heading to PERUMIN.
public final class SampleSessions {

    public static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final UUID FIRST = UUID.fromString("0195a1c0-0000-7000-8000-000000000010");

    private SampleSessions() {}

    public static SessionDetails aPlenaryOn(String date) {
        return session(
                FIRST, LocalDate.parse(date), LocalTime.of(18, 0), LocalTime.of(20, 0), LIMA, null);
    }

    public static SessionDetails aSessionAt(
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId zone) {
        return session(UUID.randomUUID(), date, starts, ends, zone, null);
    }

    /// One of several evenings that have no title of their own.
    public static SessionDetails aNumberedPlenary(int ordinal) {
        return called(ordinal, null, aPlenaryOn("2026-11-25").eventTitle());
    }

    /// Directly under its programme.
    public static SessionDetails aSessionWithoutAnEvent(@Nullable LocalisedText title) {
        return called(0, title, null);
    }

    public static SessionDetails aTitledSession(LocalisedText title) {
        return called(0, title, aPlenaryOn("2026-11-25").eventTitle());
    }

    private static SessionDetails called(
            int ordinal, @Nullable LocalisedText title, @Nullable LocalisedText event) {
        return aPlenary(ordinal, title, event, null, null);
    }

    public static SessionDetails aCancelledSession(LocalisedText because) {
        var session = aPlenaryOn("2026-11-25");
        return aPlenary(session.ordinal(), session.title(), session.eventTitle(), null, because);
    }

    /// @param contact of its programme
    public static SessionDetails aSessionToAskAbout(EmailAddress contact) {
        var session = aPlenaryOn("2026-11-25");
        return aPlenary(session.ordinal(), session.title(), session.eventTitle(), contact, null);
    }

    private static SessionDetails aPlenary(
            int ordinal,
            @Nullable LocalisedText title,
            @Nullable LocalisedText event,
            @Nullable EmailAddress contact,
            @Nullable LocalisedText because) {
        var session = aPlenaryOn("2026-11-25");
        return new SessionDetails(
                session.id(),
                session.page(),
                session.kind(),
                ordinal,
                title,
                event,
                session.programmeTitle(),
                contact,
                session.date(),
                session.starts(),
                session.ends(),
                session.timeZone(),
                session.place(),
                session.version(),
                because);
    }

    public static SessionDetails aSessionToBeAnnounced() {
        return session(UUID.randomUUID(), null, null, null, LIMA, "Lima, Perú");
    }

    public static SessionDetails aKindOfSession(String kind) {
        return session(UUID.randomUUID(), kind, null, null, null, LIMA, null);
    }

    private static SessionDetails session(
            UUID id,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId zone,
            @Nullable String place) {
        return session(id, "plenary", date, starts, ends, zone, place);
    }

    private static SessionDetails session(
            UUID id,
            String kind,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId zone,
            @Nullable String place) {
        return new SessionDetails(
                new SessionId(id),
                "/programmes/heading-to-perumin/apurimac",
                kind,
                0,
                null,
                new LocalisedText(
                        Map.of(
                                "es", "Minería y desarrollo en Apurímac",
                                "en", "Mining and Development in Apurímac")),
                new LocalisedText(
                        Map.of(
                                "es", "Rumbo a PERUMIN, Edición Bicentenario",
                                "en", "Heading to PERUMIN, Bicentennial Edition")),
                null,
                date,
                starts,
                ends,
                zone,
                place,
                3,
                null);
    }
}
