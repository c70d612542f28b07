package org.tinkuy.site.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinkuy.site.Schedules;

class ListedProgrammesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static Schedule schedule(String more, String date) {
        return Schedule.of(
                Schedules.programme(
                        """
                        {"id": "0195a1c0-0000-7000-8000-000000000061", "slug": "put-away",
                         "title": {"en": "Put away"}, "timeZone": "America/Lima", "mode": "online",
                         "admission": "open"%s}
                        """
                                .formatted(more)),
                List.of(
                        Schedules.session(
                                """
                                {"id": "0195a1c0-0000-7000-8000-000000000062",
                                 "programmeId": "0195a1c0-0000-7000-8000-000000000061",
                                 "kind": "hub", "date": "%s", "starts": "18:00", "ends": "20:00",
                                 "timeZone": "America/Lima", "startsAt": "%sT23:00:00Z",
                                 "endsAt": "%sT23:30:00Z", "version": 1}
                                """
                                        .formatted(date, date, date))));
    }

    @Test
    void namesNothingThatIsArchived() {
        var archived = schedule(", \"archived\": true", "2026-10-01");

        assertThat(archived.listed(NOW)).isEmpty();
        assertThat(archived.programme("put-away")).isPresent();
        assertThat(schedule("", "2026-10-01").listed(NOW)).hasSize(1);
    }

    @Test
    void namesWhatIsArchivedWhereSomethingOfItLiesAhead() {
        assertThat(schedule(", \"archived\": true", "2026-11-26").listed(NOW)).hasSize(1);
    }
}
