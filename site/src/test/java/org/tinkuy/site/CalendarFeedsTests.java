package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class CalendarFeedsTests {

    private static final String PROGRAMME = "/programmes/heading-to-perumin/calendar.ics";
    private static final String EVENT = "/programmes/heading-to-perumin/apurimac/calendar.ics";

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void nobodyAskedYet() {
        services.reset();
    }

    private static List<VEvent> events(String text) {
        return Biweekly.parse(text).first().getEvents();
    }

    private Browser visitor() {
        return new Browser(port).speaking("es");
    }

    @Test
    void aProgrammeHasAFeedOfItsSessionsWithADate() {
        var feed = visitor().open(PROGRAMME);

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        assertThat(events(feed.html()))
                .extracting(event -> event.getUid().getValue())
                .containsExactlyInAnyOrder(FIRST_PLENARY + "@tinkuy", SECOND_PLENARY + "@tinkuy");
        assertThat(events(feed.html()).getFirst().getSummary().getValue())
                .startsWith("Plenaria 1 · ");
        assertThat(events(visitor().open(EVENT).html())).hasSize(2);
    }

    @Test
    void theLanguageIsPartOfTheAddress() {
        assertThat(visitor().open(PROGRAMME + "?language=en").html()).contains("SUMMARY:Plenary 1");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var tag = String.valueOf(visitor().open(PROGRAMME).header("ETag"));

        var again = visitor().with("If-None-Match", tag).open(PROGRAMME);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.html()).isEmpty();
    }

    @Test
    void nothingIsAtAnAddressThatIsNone() {
        assertThat(visitor().open("/programmes/nowhere/calendar.ics").status()).isEqualTo(404);
        assertThat(visitor().open("/calendar/guessed.ics").status()).isEqualTo(404);
    }

    @Test
    void aSecretAddressShowsWhatThePersonHasAPlaceAt() {
        services.answers(
                "POST /internal/calendars",
                200,
                """
                {"language":"qu","registrations":[
                  {"sessionId":"%s","status":"waitlisted"},
                  {"sessionId":"%s","status":"cancelled"}]}
                """
                        .formatted(FIRST_PLENARY, SECOND_PLENARY));

        var feed = visitor().open("/calendar/a-secret.ics");

        assertThat(services.requests("POST /internal/calendars").getFirst().body())
                .isEqualTo("{\"secret\":\"a-secret\"}");
        assertThat(events(feed.html()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUid().getValue()).isEqualTo(FIRST_PLENARY + "@tinkuy");
                    assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE");
                });
        assertThat(feed.header("Cache-Control")).contains("private", "no-cache");
    }

    @Test
    void onesOwnPageShowsTheAddressAndRenewsIt() {
        services.answers("GET /api/attendees/me/registrations", 200, "[]");
        services.answers("GET /api/attendees/me/calendar", 200, "{\"secret\":\"s3cret\"}");
        services.answers("POST /api/attendees/me/calendar/renewal", 200, "{\"secret\":\"other\"}");
        var ana = visitor().signedIn(Tokens.attendee());

        assertThat(ana.open("/registrations").html()).contains("/calendar/s3cret.ics");
        assertThat(ana.follow(ana.post("/registrations/calendar/renewal")).html())
                .contains("nueva dirección");
        assertThat(visitor().post("/registrations/calendar/renewal").header("Location"))
                .startsWith("/sign-in");
    }
}
