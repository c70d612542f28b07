package org.tinkuy.session.programme;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class ProgrammeFixtures {

    public static final ZoneId LIMA = ZoneId.of("America/Lima");

    private ProgrammeFixtures() {}

    public static TextByLanguage text(String english) {
        return new TextByLanguage(Map.of("en", english));
    }

    public static Programme aProgramme(Event... events) {
        return aProgrammeUnder(
                new Policies(Admission.OPEN, null, null, null, null, null), "Lima", events);
    }

    /// Plenaries from 18:00 to 20:00.
    public static Programme aProgrammeWithEveningPlenaries(Event... events) {
        var window =
                new PlenaryWindow(
                        LocalTime.parse("18:00"), LocalTime.parse("20:00"), Duration.ofHours(2));
        return aProgrammeUnder(
                new Policies(Admission.OPEN, window, null, null, null, null), null, events);
    }

    /// Between places of which speakers need so long.
    public static Programme aProgrammeTravelledIn(Duration travel) {
        return aProgrammeUnder(new Policies(Admission.OPEN, null, travel, null, null, null), null);
    }

    public static Programme aProgrammeUnder(
            Policies policies, @Nullable String place, Event... events) {
        return new Programme(
                ProgrammeId.next(),
                "heading-to-perumin",
                Programme.FIRST_VERSION,
                0,
                Profile.titled(text("Heading to PERUMIN")),
                new Setting(LIMA, Mode.ONLINE, place, null, null, null, null),
                policies,
                List.of(events));
    }

    public static Event anEvent(String slug) {
        return anEventIn(slug, null);
    }

    public static Event anEventIn(String slug, @Nullable ZoneId zone) {
        return anEventIn(EventId.next(), slug, zone);
    }

    public static Event anEventIn(EventId id, String slug, @Nullable ZoneId zone) {
        return new Event(
                id,
                slug,
                Event.FIRST_VERSION,
                text(slug),
                null,
                null,
                null,
                null,
                zone,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
