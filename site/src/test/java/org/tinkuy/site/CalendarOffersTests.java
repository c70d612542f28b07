package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// What pages offer to those who keep a calendar.
@SiteTest
class CalendarOffersTests {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void nobodyAskedYet() {
        services.reset();
    }

    private String page(String language, String path) {
        return new Browser(port).speaking(language).open(path).html();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/programmes/heading-to-perumin", APURIMAC})
    void aFeedIsOpenedByCalendarProgramsCopiedOrDownloaded(String path) {
        var downloads =
                Map.of(
                        "es", "Una copia de cómo está ahora",
                        "en", "A copy of how it is now",
                        "qu", "Kunan kasqanpa kopian");
        downloads.forEach((language, words) -> {
            var feed = path + "/calendar.ics?language=" + language;
            assertThat(page(language, path))
                    .contains("href=\"webcal://localhost:8080" + feed + "\"")
                    .contains("readonly value=\"http://localhost:8080" + feed + "\"")
                    .contains("href=\"http://localhost:8080" + feed + "\"")
                    .contains("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F")
                    .contains("https://outlook.live.com/calendar/0/addfromweb?url=http%3A%2F%2F")
                    .contains(words);
        });
    }

    @Test
    void aSessionIsFilledIntoWebCalendars() {
        assertThat(page("en", APURIMAC))
                .contains(
                        "https://calendar.google.com/calendar/render?action=TEMPLATE"
                                + "&amp;text=Plenary%201%20%C2%B7%20Mining%20and%20Development"
                                + "%20in%20Apur%C3%ADmac"
                                + "&amp;dates=20261125T230000Z/20261126T010000Z"
                                + "&amp;details=http%3A%2F%2Flocalhost%3A8080%2Fprogrammes")
                .contains(
                        "&amp;startdt=2026-11-25T23:00:00Z&amp;enddt=2026-11-26T01:00:00Z&amp;body=")
                .contains("it does not change when the session is moved");
    }

    @Test
    void nothingIsOfferedWhereNothingHasADate() {
        for (var path :
                new String[] {
                    "/programmes/mining-integration", "/programmes/heading-to-perumin/cajamarca"
                }) {
            assertThat(page("en", path))
                    .doesNotContain("webcal:", "calendar.ics", "calendar.google", "outlook.live");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"date\": \"2026-11-21\"",
                "\"date\": \"2026-12-21\", \"cancelled\": {\"at\": \"2026-11-21T15:00:00Z\"}"
            })
    void aSessionThatIsOverOrCancelledIsFilledIntoNone(String members) {
        var id = UUID.randomUUID();
        try {
            schedule.publish(
                    Schedules.session(
                            """
                            {"id": "%s", "programmeId": "0195a1c0-0000-7000-8000-000000000041",
                             "kind": "hub", "timeZone": "America/Lima", "version": 1, %s}
                            """
                                    .formatted(id, members)),
                    1);

            assertThat(page("en", "/programmes/mining-integration"))
                    .contains("webcal:")
                    .doesNotContain("action=TEMPLATE");
        } finally {
            schedule.withdrawSession(id, null, null);
        }
    }

    @Test
    void onesOwnFeedIsOpenedOrCopied() {
        services.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id": "%s", "sessionId": "%s", "programmeId": "%s", "status": "confirmed"}]
                """
                        .formatted(
                                UUID.randomUUID(),
                                Schedules.FIRST_PLENARY,
                                Schedules.HEADING_TO_PERUMIN));
        services.answers("GET /api/attendees/me/calendar", 200, "{\"secret\":\"s3cret\"}");
        var ana = new Browser(port).speaking("en").signedIn(Tokens.attendee());

        assertThat(ana.open("/registrations").html())
                .contains("href=\"webcal://localhost:8080/calendar/s3cret.ics\"")
                .contains("value=\"http://localhost:8080/calendar/s3cret.ics\"")
                .contains("action=TEMPLATE&amp;text=Plenary%201");
    }

    @Test
    void aTimeThatTheClocksSkipIsNowhereShown() {
        var id = UUID.randomUUID();
        try {
            schedule.publish(
                    Schedules.session(
                            """
                            {"id": "%s", "programmeId": "0195a1c0-0000-7000-8000-000000000041",
                             "kind": "hub", "date": "2027-09-05", "starts": "00:15", "ends": "01:30",
                             "timeZone": "America/Santiago", "startsAt": "2027-09-05T04:15:00Z",
                             "endsAt": "2027-09-05T04:30:00Z", "version": 1}
                            """
                                    .formatted(id)),
                    1);

            assertThat(page("en", "/programmes/mining-integration"))
                    .contains("<b>01:15–\u206001:30</b>");
            assertThat(page("en", "/programmes/mining-integration/calendar.ics"))
                    .contains("DTSTART;TZID=America/Santiago:20270905T011500")
                    .contains("DTEND;TZID=America/Santiago:20270905T013000");
        } finally {
            schedule.withdrawSession(id, null, null);
        }
    }
}
