package org.tinkuy.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.PublishedSchedule;
import org.tinkuy.site.programme.Session;
import tools.jackson.databind.json.JsonMapper;

/// What session-service published, read from its contract's samples and from texts in their shape.
public final class Schedules {

    public static final Path CONTRACTS = Path.of("../session-service/contracts");

    /// Since then all of its sessions stand as they do.
    static final Instant CHANGED = Instant.parse("2026-11-20T09:30:00Z");

    static final UUID HEADING_TO_PERUMIN = id(1);
    static final UUID FIRST_PLENARY = id(0x10);
    static final UUID SECOND_PLENARY = id(0x12);
    static final UUID INVITED_WORKSHOP = id(0x11);
    static final UUID DIALOGUE_WITHOUT_A_DATE = id(0x42);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Schedules() {}

    static void fill(PublishedSchedule schedule) {
        schedule.publish(programme(sample("programmes/programme-published.sample-1.json")), 1);
        schedule.publish(programme(sample("programmes/programme-published.sample-2.json")), 1);
        schedule.publish(session(sample("sessions/session-published.sample-1.json")), 1);
        schedule.publish(session(sample("sessions/session-published.sample-2.json")), 3);
        schedule.publish(
                session(
                        """
                        {"id": "0195a1c0-0000-7000-8000-000000000012",
                         "programmeId": "0195a1c0-0000-7000-8000-000000000001",
                         "eventId": "0195a1c0-0000-7000-8000-000000000002",
                         "kind": "plenary", "date": "2026-11-26", "starts": "18:00", "ends": "20:00",
                         "timeZone": "America/Lima", "startsAt": "2026-11-26T23:00:00Z",
                         "endsAt": "2026-11-27T01:00:00Z", "capacity": 500, "version": 1}
                        """),
                1);
        schedule.publish(
                programme(
                        """
                        {"id": "0195a1c0-0000-7000-8000-000000000041", "slug": "mining-integration",
                         "title": {"es": "Programa de Integración Minera"},
                         "timeZone": "America/Lima", "mode": "hybrid", "admission": "open"}
                        """),
                1);
        schedule.publish(
                session(
                        """
                        {"id": "0195a1c0-0000-7000-8000-000000000042",
                         "programmeId": "0195a1c0-0000-7000-8000-000000000041",
                         "kind": "dialogue", "place": "Lima", "timeZone": "America/Lima",
                         "title": {"es": "Encuentro"}, "version": 1}
                        """),
                1);
    }

    public static Programme programme(String json) {
        return JSON.readValue(json, Programme.class);
    }

    public static Session session(String json) {
        return JSON.readValue(json, Session.class).since(CHANGED);
    }

    static String sample(String name) {
        try {
            return Files.readString(CONTRACTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(int last) {
        return UUID.fromString(String.format(Locale.ROOT, "0195a1c0-0000-7000-8000-%012x", last));
    }
}
