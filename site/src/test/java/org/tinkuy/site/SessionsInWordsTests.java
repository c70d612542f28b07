package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// A session that is on, and one that goes past midnight, wherever pages tell of it.
@SiteTest
class SessionsInWordsTests {

    private static final UUID PROGRAMME = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final String PAGE = "/programmes/night";

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void aProgrammeOfOneNight() {
        services.reset();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "night", "title": {"en": "Night"},
                         "organisers": ["Friends of the night"], "timeZone": "UTC",
                         "mode": "online", "admission": "open",
                         "translations": {"fr": {"Friends of the night": "Amis de la nuit"}},
                         "events": [{"id": "%s", "slug": "eve", "title": {"en": "Eve"}}]}
                        """
                                .formatted(PROGRAMME, UUID.randomUUID())),
                1);
    }

    @AfterEach
    void theNightIsOver() {
        schedule.withdrawSession(SESSION, null, null);
        schedule.withdrawProgramme(PROGRAMME, null);
    }

    private void lasts(Instant starts, Duration length) {
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "kind": "hub", "date": "2026-11-22",
                         "timeZone": "UTC", "startsAt": "%s", "endsAt": "%s", "version": 1}
                        """
                                .formatted(SESSION, PROGRAMME, starts, starts.plus(length))),
                1);
    }

    private Browser browser(String language) {
        return new Browser(port).speaking(language);
    }

    @Test
    void isOnWhileItLasts() {
        lasts(SitePagesTests.NOW.minusSeconds(10), Duration.ofHours(1));
        services.answers(
                "GET /api/attendees/me/registrations",
                200,
                "[{\"id\":\"%s\",\"sessionId\":\"%s\",\"status\":\"confirmed\"}]"
                        .formatted(UUID.randomUUID(), SESSION));

        assertThat(browser("en").open(PAGE).html()).contains("<p class=\"state\">On now</p>");
        assertThat(browser("en").open("/").html()).contains(">On now<");
        assertThat(browser("en").signedIn(Tokens.attendee()).open("/registrations").html())
                .contains("<p class=\"state\">On now</p>");
    }

    @Test
    void isNotOnBefore() {
        lasts(SitePagesTests.NOW.plusSeconds(10), Duration.ofHours(1));

        assertThat(browser("en").open(PAGE).html()).doesNotContain("On now");
        assertThat(browser("en").open("/").html()).doesNotContain("On now");
    }

    @Test
    void tellsTheDayOnWhichItEnds() {
        lasts(Instant.parse("2026-11-22T22:58:00Z"), Duration.ofMinutes(67));

        assertThat(browser("en").open(PAGE).html()).contains("22:58\u00a0– Mon 23 Nov, 00:05");
    }

    @Test
    void namesItsOrganisersInTheLanguageOfThePageToSearchEngines() {
        lasts(Instant.parse("2026-11-22T22:58:00Z"), Duration.ofMinutes(67));

        assertThat(browser("fr").open(PAGE).html())
                .contains(
                        "\"organizer\":[{\"@type\":\"Organization\",\"name\":\"Amis de la nuit\"}]");
    }

    @Test
    void asksToChooseTheOnlyOne() {
        lasts(Instant.parse("2026-11-22T22:58:00Z"), Duration.ofMinutes(67));

        assertThat(browser("en").open(PAGE).html())
                .contains(">Choose it<")
                .doesNotContain("Choose one or more");
    }

    @Test
    void callsNoEventRegionalThatNamesNoRegion() {
        assertThat(browser("en").open(PAGE).html())
                .contains(">Events</h2>")
                .doesNotContain("Regional events");
        assertThat(browser("en").open("/").html()).contains("<span>1 event</span>");
    }
}
