package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

@SiteTest
class SitePagesTests {

    static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";

    @LocalServerPort int port;
    @Autowired StubServices registrations;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void upstreamIsQuiet() {
        registrations.reset();
    }

    private Browser browser() {
        return new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/programmes/heading-to-perumin",
                APURIMAC,
                "/programmes/heading-to-perumin/cajamarca",
                "/programmes/ccolquemin-2023",
                "/programmes/mining-integration",
                "/sign-in",
                "/time-zone"
            })
    void everyPageIsWholeInEveryLanguage(String path) {
        for (var language :
                Map.of("es", "Ingresar", "en", "Sign in", "qu", "Yaykuy", "fr", "Se connecter")
                        .entrySet()) {
            var page = browser().speaking(language.getKey()).open(path);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html())
                    .contains("<html lang=\"" + language.getKey() + "\"")
                    .contains(language.getValue())
                    .contains("hreflang=\"qu\"")
                    .endsWith("</html>\n")
                    .doesNotContain("??")
                    .doesNotContain("style=")
                    .doesNotContain("th:");
        }
    }

    @Test
    void saysThatQuechuaIsADraft() {
        assertThat(browser().speaking("qu-PE,es;q=0.5").open("/").html())
                .contains("Borrador en quechua");
        assertThat(browser().speaking("es").open("/").html()).doesNotContain("Borrador");
    }

    @Test
    void switchesTheLanguageOnThePageAndRemembersIt() {
        var browser = browser().speaking("en");

        var switched = browser.open(APURIMAC + "?language=es");

        assertThat(switched.html()).contains("<html lang=\"es\"").contains("Minería y desarrollo");
        assertThat(switched.setCookies())
                .anyMatch(cookie ->
                        cookie.startsWith("tinkuy-language=es;")
                                && cookie.contains("SameSite=Lax"));
        assertThat(browser.open("/").html()).contains("<html lang=\"es\"");
    }

    @Test
    void keepsTheQueryWhenTheLanguageIsSwitched() {
        assertThat(browser().open("/sign-in?next=/organiser").html())
                .contains("/sign-in?next=/organiser&amp;language=es");
    }

    @Test
    void readsNonsenseInPreferencesAsNone() {
        var page =
                browser()
                        .speaking("%%%")
                        .cookie("tinkuy-language", "../../x")
                        .cookie("tinkuy-time-zone", "Mars/Olympus")
                        .open("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("<html lang=\"en\"");
    }

    @Test
    void marksTextsThatAreInAnotherLanguage() {
        var page = browser().speaking("es").open("/programmes/heading-to-perumin");

        assertThat(page.html())
                .contains("<span>Rumbo a PERUMIN, Edición Bicentenario</span>")
                .contains("<span lang=\"en\">PERUMIN Hub challenge</span>");
    }

    @Test
    void saysWhenADateIsNotYetAnnounced() {
        assertThat(browser().speaking("en").open("/programmes/heading-to-perumin").html())
                .containsPattern(
                        Pattern.compile("Cajamarca.*Date to be announced", Pattern.DOTALL));
        assertThat(browser().speaking("en").open("/programmes/mining-integration").html())
                .contains("Date to be announced")
                .contains("name=\"session\"");
    }

    @Test
    void namesThePlaceAloneOfATrainingWithoutATime() {
        var id = UUID.randomUUID();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "trainings", "timeZone": "America/Lima",
                         "title": {"en": "Trainings"},
                         "followUps": [{"country": "Mali", "timeZone": "Africa/Bamako",
                                        "language": "fr"}]}
                        """
                                .formatted(id)),
                1);
        try {
            assertThat(browser().speaking("en").open("/programmes/trainings").html())
                    .contains("<li><span>Mali</span></li>")
                    .doesNotContain("Mali time");
        } finally {
            schedule.withdrawProgramme(id, 2L);
        }
    }

    @Test
    void saysThatASessionIsByInvitationAndOffersNoForm() {
        assertThat(browser().speaking("en").open("/programmes/ccolquemin-2023").html())
                .contains("By invitation only")
                .doesNotContain("name=\"session\"")
                .doesNotContain("id=\"address\"");
    }

    @Test
    void showsTheSessionsTimeAndTheVisitorsOwnWhereItDiffers() {
        assertThat(browser().speaking("en").open(APURIMAC).html())
                .contains("Wednesday, 25 November 2026")
                .contains("18:00–\u206020:00")
                .contains("Peru time")
                .contains("data-starts=\"2026-11-25T23:00:00Z\"");
        assertThat(
                        browser()
                                .speaking("en")
                                .cookie("tinkuy-time-zone", "Europe/Madrid")
                                .open(APURIMAC)
                                .html())
                .contains("Thu 26 Nov, 00:00–\u206002:00 where you are (Madrid time)")
                .contains("Your time zone: Madrid time")
                .doesNotContain("data-starts");
        assertThat(
                        browser()
                                .speaking("en")
                                .cookie("tinkuy-time-zone", "America/Bogota")
                                .open(APURIMAC)
                                .html())
                .doesNotContain("where you are");
    }

    @Test
    void showsWhatIsLeftAndWhatIsFull() {
        registrations.answers(
                "GET /api/seats",
                200,
                """
                [{"sessionId":"%s","capacity":500,"taken":499,"left":1,"waiting":0},
                 {"sessionId":"%s","capacity":500,"taken":500,"left":0,"waiting":7,"new":true}]
                """
                        .formatted(FIRST_PLENARY, SECOND_PLENARY));

        assertThat(browser().speaking("en").open(APURIMAC).html())
                .contains("1 seat left")
                .contains("Full: you join the waiting list")
                .contains(">Register or join the waiting list</button>");
    }

    /// Firefox puts an old tick on whatever box stands in its place after a reload; a reader view
    /// drops forms; browsers differ in what addresses they let through.
    @Test
    void leavesNothingOfTheFormToWhatBrowsersThinkOfIt() {
        var html = browser().speaking("en").open(APURIMAC).html();

        assertThat(
                        Pattern.compile("<input[^>]*type=\"checkbox\"[^>]*>")
                                .matcher(html)
                                .results()
                                .map(MatchResult::group))
                .hasSize(2)
                .allMatch(box -> box.contains("autocomplete=\"off\""))
                .allMatch(box -> box.contains("form=\"register\""));
        assertThat(html.indexOf("<form id=\"register\""))
                .isGreaterThan(html.lastIndexOf("type=\"checkbox\""));
        assertThat(html.substring(html.indexOf("<article>"), html.indexOf("<form id")))
                .contains("Plenary 1", "18:00–\u206020:00", "Plenary 2")
                .doesNotContain("<form", "</article>", "<aside");
        for (var path : new String[] {APURIMAC, "/sign-in", "/newsletter"}) {
            assertThat(browser().open(path).html())
                    .contains("inputmode=\"email\"")
                    .doesNotContain("type=\"email\"");
        }
    }

    @Test
    void theFrontPageNamesTheEventFirstAndTheVisitorsOwnTime() {
        var html =
                browser()
                        .speaking("en")
                        .cookie("tinkuy-time-zone", "Africa/Bamako")
                        .open("/")
                        .html();
        var card =
                html.substring(
                        html.indexOf("<a class=\"card\""), html.indexOf("</a>\n      </li>"));

        assertThat(card)
                .containsSubsequence("Mining and Development in Apurímac", "Plenary 1")
                .contains("23:00\u00a0– Thu 26 Nov, 01:00 where you are");
    }

    @Test
    void doesWithoutSeatsThatComeLateOrNotAtAll() {
        registrations.answersLate("GET /api/seats", Duration.ofSeconds(30), "[]");
        assertThat(browser().open(APURIMAC).html())
                .contains("name=\"session\"")
                .doesNotContain("left");

        registrations.answers("GET /api/seats", 500, "out of order");
        assertThat(browser().open(APURIMAC).status()).isEqualTo(200);
    }

    @Test
    void escapesWhatOrganisersWrite() {
        var id = UUID.randomUUID();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "hostile", "timeZone": "America/Lima",
                         "title": {"en": "<script>alert(1)</script>", "\\" onload=\\"x": "y"},
                         "place": "\\"><img src=x onerror=alert(1)>",
                         "mode": "${T(java.lang.Runtime).getRuntime()}",
                         "audience": ["</li><svg/onload=alert(1)>"],
                         "stands": [{"title": "<b>x</b>"}]}
                        """
                                .formatted(id)),
                1);
        try {
            for (var path : new String[] {"/", "/programmes/hostile"}) {
                assertThat(browser().open(path).html())
                        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img")
                        .doesNotContain("<svg/")
                        .doesNotContain("<b>x");
            }
        } finally {
            schedule.withdrawProgramme(id, 2L);
        }
    }

    @Test
    void tellsBrowsersWhatPagesMayDo() {
        var page = browser().open("/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/programmes/nothing",
                "/programmes/heading-to-perumin/nothing",
                "/sign-in/not-a-challenge?code=123456",
                "/assets/nothing.css"
            })
    void whereThereIsNothingAPageSaysSo(String path) {
        var page = browser().speaking("es").open(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("Aquí no hay nada").doesNotContain("Exception");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void remembersAChosenTimeZoneAndGoesBack() {
        var browser = browser().speaking("en");

        var chosen = browser.post("/time-zone", "timeZone", "Africa/Bamako", "next", APURIMAC);

        assertThat(chosen.header("Location")).isEqualTo(APURIMAC);
        assertThat(browser.follow(chosen).html())
                .contains("23:00\u00a0– Thu 26 Nov, 01:00 where you are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//example.com", "/\\example.com", "https://example.com", "javascript:x"})
    void goesOnWithinTheSiteOnly(String elsewhere) {
        assertThat(
                        browser()
                                .post("/time-zone", "timeZone", "UTC", "next", elsewhere)
                                .header("Location"))
                .isEqualTo("/");
    }
}
