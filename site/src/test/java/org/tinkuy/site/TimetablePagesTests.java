package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// Timetables and regions; it is 22 November 2026, 10:00 in Lima.
@SiteTest
class TimetablePagesTests {

    private static final String PERUMIN = "/timetables/heading-to-perumin";
    private static final String FESTIVAL = "/timetables/festival";

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    private final UUID programme = UUID.randomUUID();
    private final List<UUID> sessions = new ArrayList<>();

    @BeforeEach
    void aFestival() {
        services.reset();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "festival", "timeZone": "America/Lima", "mode": "hybrid",
                         "title": {"en": "Festival <i>"},
                         "events": [
                           {"id": "%s", "slug": "cusco", "region": "Cusco", "title": {"en": "Cusco"}},
                           {"id": "%s", "slug": "abancay", "region": "apurimac", "title": {"en": "Abancay"}}]}
                        """
                                .formatted(programme, event(1), event(2))),
                1);
        session(
                """
                "eventId": "%s", "kind": "workshop", "title": {"en": "Weaving <b>"}, "place": "Sala 2",
                "date": "2026-11-22", "starts": "09:00", "ends": "11:00",
                "startsAt": "2026-11-22T14:00:00Z", "endsAt": "2026-11-22T16:00:00Z"
                """
                        .formatted(event(1)));
        session(
                """
                "eventId": "%s", "kind": "plenary", "place": "Sala 1",
                "date": "2026-11-22", "starts": "10:00", "ends": "11:00",
                "startsAt": "2026-11-22T15:00:00Z", "endsAt": "2026-11-22T16:00:00Z",
                "cancelled": {"at": "2026-11-20T00:00:00Z"}
                """
                        .formatted(event(1)));
        session(
                """
                "eventId": "%s", "kind": "hub", "title": {"es": "Noche de tejido"},
                "date": "2026-11-23", "starts": "22:00", "ends": "01:00",
                "startsAt": "2026-11-24T03:00:00Z", "endsAt": "2026-11-24T06:00:00Z"
                """
                        .formatted(event(2)));
        session(
                """
                "kind": "dialogue", "title": {"en": "From Madrid"}, "timeZone": "Europe/Madrid",
                "date": "2026-11-23", "starts": "18:00",
                "startsAt": "2026-11-23T17:00:00Z"
                """);
        session(
                """
                "kind": "workshop", "title": {"en": "Yesterday"},
                "date": "2026-11-21", "starts": "10:00", "ends": "11:00",
                "startsAt": "2026-11-21T15:00:00Z", "endsAt": "2026-11-21T16:00:00Z"
                """);
    }

    private UUID event(int number) {
        return new UUID(programme.getMostSignificantBits(), number);
    }

    private void session(String rest) {
        var id = UUID.randomUUID();
        sessions.add(id);
        var zone = rest.contains("timeZone") ? "" : "\"timeZone\": \"America/Lima\",";
        schedule.publish(
                Schedules.session(
                        "{\"id\": \"%s\", \"programmeId\": \"%s\", %s \"version\": 1, %s}"
                                .formatted(id, programme, zone, rest)),
                1);
    }

    @AfterEach
    void theFestivalIsOver() {
        sessions.forEach(id -> schedule.withdrawSession(id, 2L, null));
        schedule.withdrawProgramme(programme, 2L);
    }

    private Browser browser() {
        return new Browser(port).speaking("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {PERUMIN, FESTIVAL, "/regions", "/regions/apurimac"})
    void isWholeInEveryLanguage(String path) {
        for (var language : List.of("en", "es", "fr", "qu")) {
            var page = browser().speaking(language).open(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html())
                    .contains("<html lang=\"" + language + "\"")
                    .endsWith("</html>\n")
                    .doesNotContain("??", "style=", "th:");
        }
    }

    @Test
    void showsPlacesAsColumnsAndTimesAsRows() {
        var html = browser().open(FESTIVAL).html();

        assertThat(html)
                .containsSubsequence(
                        "<h2 id=\"day-2026-11-22\">Sunday, 22 November 2026</h2>",
                        "Sala 1",
                        "Sala 2",
                        "<time datetime=\"2026-11-22T14:00:00Z\">09:00</time>",
                        "Weaving &lt;b&gt;</a>",
                        "09:00–\u206011:00",
                        ">Workshop<",
                        ">On now<",
                        "10:00",
                        ">Plenary</a>",
                        "state cancelled\">Cancelled<",
                        "Monday, 23 November 2026")
                .contains("rowspan=\"2\"")
                .contains("class=\"q4 now\"")
                .contains("/programmes/festival/cusco#d-" + sessions.getFirst());
    }

    @Test
    void tellsOnWhichDayOneOverMidnightEndsAndWhenOneIsElsewhere() {
        assertThat(browser().open(FESTIVAL).html())
                .contains("Time zone: Peru time")
                .contains("22:00\u00a0– Tue 24 Nov, 01:00")
                .contains("<a href=\"/programmes/festival/abancay#d-" + sessions.get(2))
                .contains("lang=\"es\">Noche de tejido</a>")
                .contains("12:00</time> · End time to be announced")
                .contains("18:00, Madrid time");
    }

    @Test
    void showsTheVisitorsOwnClockWhereTheyWantIt() {
        var visitor = browser().cookie("tinkuy-time-zone", "Europe/Madrid");

        assertThat(visitor.open(FESTIVAL + "?kind=hub").html())
                .contains("<a href=\"/timetables/festival?kind=hub&amp;clock=own\"")
                .contains("Show your own time (Madrid time)");
        assertThat(visitor.open(FESTIVAL + "?clock=own").html())
                .contains("Time zone: Madrid time", "Show Peru time")
                .contains("Tuesday, 24 November 2026", "04:00–\u206007:00")
                .contains("name=\"clock\" value=\"own\"");
        assertThat(browser().open(FESTIVAL).html())
                .contains("/time-zone?next=%2Ftimetables%2Ffestival%3Fclock%3Down");
        assertThat(
                        browser()
                                .cookie("tinkuy-time-zone", "America/Bogota")
                                .open(FESTIVAL + "?clock=own")
                                .html())
                .doesNotContain("Show ", "Madrid time (");
    }

    @Test
    void foldsWhatIsOver() {
        var html = browser().open(FESTIVAL).html();

        assertThat(html)
                .containsSubsequence(
                        "<details class=\"past\"", "1 day that is over", "Yesterday", "</details>");
        assertThat(html.indexOf("</details>")).isLessThan(html.indexOf("day-2026-11-22"));
    }

    @Test
    void isFilteredByAFormThatNeedsNoScript() {
        var all = browser().open(FESTIVAL).html();
        assertThat(all)
                .contains("<form class=\"filter\" method=\"get\" action=\"/timetables/festival\"")
                .contains("<option value=\"2026-11-23\">Monday, 23 November 2026</option>")
                .contains("<option value=\"cusco\">Cusco</option>")
                .contains("<option value=\"hub\">Hub</option>");

        var filtered = browser().open(FESTIVAL + "?region=cusco&kind=workshop&day=").html();

        assertThat(filtered)
                .contains("Weaving")
                .contains("<option value=\"cusco\" selected=\"selected\">")
                .doesNotContain("Noche de tejido", ">Plenary</a>", "From Madrid");
        assertThat(browser().open(FESTIVAL + "?day=2027-01-01").html())
                .contains("Nothing is planned that fits this choice.");
        assertThat(browser().open(FESTIVAL + "?day=soon&kind=%3Cb%3E&region=..").status())
                .isEqualTo(200);
    }

    @Test
    void isTheSameUntilSomethingChanges() {
        var first = browser().open(FESTIVAL);
        var tag = String.valueOf(first.header("ETag"));

        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(browser().with("If-None-Match", tag).open(FESTIVAL).status()).isEqualTo(304);
        session("\"kind\": \"hub\"");
        assertThat(browser().with("If-None-Match", tag).open(FESTIVAL).status()).isEqualTo(200);
    }

    @Test
    void gathersARegionAcrossProgrammes() {
        var html = browser().open("/regions/apurimac").html();

        assertThat(html)
                .contains("<h1>Apurímac</h1>")
                .contains("Mining and Development in Apurímac")
                .contains("Noche de tejido", "18:00–\u206020:00")
                .contains("href=\"/programmes/festival/abancay\"")
                .contains("rel=\"canonical\" href=\"http://localhost:8080/regions/apurimac\"")
                .containsPattern(
                        "ld\\+json\">.*2026-11-25T18:00-05:00.*2026-11-23T22:00-05:00|ld\\+json\">.*2026-11-23T22:00-05:00.*2026-11-25T18:00-05:00")
                .doesNotContain("Weaving");
        assertThat(browser().open("/regions").html())
                .containsSubsequence("/regions/apurimac", "/regions/cajamarca", "/regions/cusco");
        assertThat(browser().open("/regions/nowhere").status()).isEqualTo(404);
        assertThat(browser().open("/timetables/nowhere").status()).isEqualTo(404);
    }

    @Test
    void isFoundFromOtherPagesAndBySearchEngines() {
        assertThat(browser().open("/programmes/festival").html())
                .contains("href=\"/timetables/festival\">Timetable</a>");
        assertThat(browser().open("/programmes/festival/cusco").html())
                .contains("href=\"/regions/cusco\">All that happens in Cusco</a>");
        assertThat(browser().open("/").html()).contains("href=\"/regions\"");
        assertThat(browser().open("/sitemap.xml").html())
                .contains("<loc>http://localhost:8080/timetables/festival</loc>")
                .contains("<loc>http://localhost:8080/regions/apurimac</loc>")
                .doesNotContain("timetables/ccolquemin-2024");
        assertThat(browser().open(FESTIVAL + "?day=2026-11-22&language=es").html())
                .containsPattern(
                        Pattern.quote("rel=\"canonical\" href=\"http://localhost:8080" + FESTIVAL)
                                + "\\?language=es\"");
    }
}
