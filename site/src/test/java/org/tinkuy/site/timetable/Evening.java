package org.tinkuy.site.timetable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.Schedules;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.PublishedSchedule;

/// Sessions of one programme, published one by one.
final class Evening {

    static final ZoneId LIMA = ZoneId.of("America/Lima");

    private final PublishedSchedule schedule = new PublishedSchedule();
    private final UUID programme = UUID.randomUUID();
    private final UUID event = UUID.randomUUID();

    Evening() {
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "convention", "timeZone": "America/Lima", "mode": "online",
                         "title": {"en": "Convention"},
                         "events": [{"id": "%s", "slug": "apurimac", "region": "Apurímac",
                                     "title": {"en": "Apurímac"}}]}
                        """
                                .formatted(programme, event)),
                1);
    }

    /// @param ends `null`: not stated
    Evening with(String title, String place, String starts, @Nullable String ends) {
        return with(title, place, starts, ends, "");
    }

    /// @param more fields as JSON has them, with a comma before
    Evening with(String title, String place, String starts, @Nullable String ends, String more) {
        var begins = Instant.parse(starts).atZone(LIMA);
        var end = ends == null ? null : Instant.parse(ends).atZone(LIMA);
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "kind": "workshop", "timeZone": "America/Lima",
                         "title": {"en": "%s"}, %s "date": "%s", "starts": "%s", "startsAt": "%s" %s,
                         "version": 1 %s}
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        programme,
                                        title,
                                        place.isEmpty() ? "" : "\"place\": \"" + place + "\",",
                                        begins.toLocalDate(),
                                        begins.toLocalTime(),
                                        starts,
                                        end == null
                                                ? ""
                                                : String.format(
                                                        Locale.ROOT,
                                                        ", \"ends\": \"%s\", \"endsAt\": \"%s\"",
                                                        end.toLocalTime(),
                                                        ends),
                                        more)),
                1);
        return this;
    }

    Evening inApurimac(String title, String starts, String ends) {
        return with(title, "", starts, ends, ", \"eventId\": \"" + event + "\"");
    }

    Evening withoutTimes(String title, String rest) {
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "kind": "plenary", "timeZone": "America/Lima",
                         "title": {"en": "%s"}, "version": 1 %s}
                        """
                                .formatted(UUID.randomUUID(), programme, title, rest)),
                1);
        return this;
    }

    List<LocatedSession> sessions() {
        var current = schedule.current();
        return current.locatedIn(current.programme(programme).orElseThrow());
    }

    static String title(LocatedSession at) {
        var title = at.session().title();
        return title == null ? at.session().kind() : title.getOrDefault("en", "");
    }
}
