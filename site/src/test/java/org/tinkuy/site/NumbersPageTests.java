package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// How many come, as an organiser sees it.
@SiteTest
class NumbersPageTests {

    private static final String NUMBERS = "GET /api/registrations/numbers";
    private static final String PAGE = "/organiser/numbers?programme=" + HEADING_TO_PERUMIN;

    @LocalServerPort int port;
    @Autowired StubServices registrations;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void someCome() {
        registrations.reset();
        registrations.answers(
                NUMBERS,
                200,
                """
                {"sessions":[{"sessionId":"%s","capacity":500,"confirmed":321,"held":4,"free":175,
                   "pending":6,"waiting":7,"cancelled":12,"lapsed":9}],
                 "days":[{"day":"2026-11-20","confirmed":100,"cancelled":0},
                   {"day":"2026-11-22","confirmed":233,"cancelled":12}]}
                """
                        .formatted(FIRST_PLENARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heading-to-perumin", "x", "0195a1c0-0000-7000-8000-0000000000ff"})
    void countsNothingElseWhereTheProgrammeIsNotThere(String programme) {
        assertThat(organiser("en").open("/organiser/numbers?programme=" + programme).status())
                .isEqualTo(404);
        assertThat(registrations.requests(NUMBERS)).isEmpty();
    }

    private Browser organiser(String language) {
        return new Browser(port).speaking(language).signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void laysTheSumOfSeatsOpenBySessionAndRegion() {
        var page = organiser("en").open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("321 confirmed · 7 waiting · 12 cancelled")
                .containsSubsequence("Apurímac", ">1000<", ">321<", ">4<", ">675<", ">7<", ">12<")
                .containsSubsequence("Plenary 1", ">500<", ">321<", ">4<", ">175<", ">7<", ">12<")
                .containsSubsequence("Plenary 2", ">500<", ">0<", ">0<", ">500<", ">0<", ">0<")
                .doesNotContain("??");
    }

    /// Nobody can take a seat there any more.
    @Test
    void countsNoSeatsOfWhatDoesNotTakePlace() {
        var cancelled = UUID.randomUUID();
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "kind": "hub", "capacity": 30,
                         "timeZone": "America/Lima", "cancelled": {}, "version": 1,
                         "eventId": "0195a1c0-0000-7000-8000-000000000002"}
                        """
                                .formatted(cancelled, HEADING_TO_PERUMIN)),
                1);
        try {
            assertThat(organiser("en").open(PAGE).html())
                    .containsSubsequence("Apurímac", ">1000<", ">321<", ">4<", ">675<")
                    .containsSubsequence("Hub", ">30<", ">0<", ">0<", ">–<");
        } finally {
            schedule.withdrawSession(cancelled, 2L, null);
        }
    }

    @Test
    void drawsTheGrowthAndTellsItInATable() {
        var html = organiser("en").open(PAGE).html();

        assertThat(html)
                .contains("points=\"0.0,160.0 0.0,110.2 600.0,110.2 600.0,0.0\"")
                .contains("up to 321 seats")
                .containsSubsequence("20 November 2026", ">100<", ">0<", ">100<")
                .containsSubsequence("22 November 2026", ">233<", ">12<", ">321<");
    }

    @Test
    void countsByTheDaysOfTheProgramme() {
        organiser("en").open(PAGE);

        assertThat(registrations.requests(NUMBERS))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.path())
                                .contains("programmeId=" + HEADING_TO_PERUMIN)
                                .containsPattern("timeZone=America(/|%2F)Lima"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "qu"})
    void saysInEveryLanguageThatNobodyHasComeYet(String language) {
        registrations.answers(NUMBERS, 200, "{\"sessions\":[],\"days\":[]}");

        var page = organiser(language).open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).doesNotContain("<polyline", "??");
    }

    @Test
    void isForThoseWhoOrganise() {
        var attendee = new Browser(port).speaking("en").signedIn(Tokens.organiser());

        assertThat(attendee.open(PAGE).status()).isEqualTo(403);
        assertThat(registrations.requests(NUMBERS)).isEmpty();
    }
}
