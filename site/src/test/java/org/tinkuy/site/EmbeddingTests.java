package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What stands in other people's pages, and what never does.
@SiteTest
class EmbeddingTests {

    private static final String TIMETABLE = "/embedded/timetables/heading-to-perumin";
    private static final String FORM = "/embedded/programmes/heading-to-perumin/apurimac";
    private static final String DESK = "/organiser/desk/" + Schedules.HEADING_TO_PERUMIN;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void nothingIsAsked() {
        services.reset();
    }

    private Browser browser() {
        return new Browser(port).speaking("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {TIMETABLE, FORM, "/embedded/programmes/heading-to-perumin", "/embed.js"})
    void mayStandInOtherPages(String path) {
        var answer = browser().open(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Frame-Options")).isNull();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors *")
                .doesNotContain("unsafe", "'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /// `/embedded` without more is no page; what looks like an embedded one is not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/timetables/heading-to-perumin",
                "/programmes/heading-to-perumin/apurimac",
                "/regions/apurimac",
                "/sign-in",
                "/embeddedness",
                "/organiser/desk/embedded"
            })
    void nothingElseMay(String path) {
        var page = browser().open(path);

        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {TIMETABLE, FORM, "/embedded/programmes/heading-to-perumin"})
    void isWholeInEveryLanguageAndKeepsNothing(String path) {
        for (var language : new String[] {"en", "es", "fr", "qu"}) {
            var page = browser().open(path + "?language=" + language);

            assertThat(page.html())
                    .contains("<html lang=\"" + language + "\"")
                    .contains("<base target=\"_blank\">")
                    .contains("?language=" + language)
                    .endsWith("</html>\n")
                    .doesNotContain("??", "style=", "th:", "class=\"top\"", "/newsletter");
            assertThat(page.setCookies()).isEmpty();
            assertThat(page.header("ETag")).isNotNull();
        }
    }

    @Test
    void asksAStrangerForNameAndAddressAndSendsThemToThePageItself() {
        var html = browser().open(FORM + "?language=es").html();

        assertThat(html)
                .contains(
                        "method=\"post\" action=\"/programmes/heading-to-perumin/apurimac?language=es\"")
                .contains("<input id=\"name\" name=\"name\"", "<input id=\"address\"")
                .contains("type=\"checkbox\"", "se abre en una pestaña nueva");
        assertThat(Pattern.compile("required").matcher(html).results().count()).isEqualTo(2);
    }

    /// A click that was not meant could otherwise act in the name of whoever is signed in.
    @Test
    void knowsNobodyWhoIsSignedIn() {
        var attendee = browser().signedIn(Tokens.attendee());

        assertThat(attendee.open(FORM).html())
                .contains("name=\"address\"")
                .doesNotContain("You register", "/sign-out");
        assertThat(services.requests("GET /api/attendees/me")).isEmpty();
        assertThat(services.requests("GET /api/attendees/me/registrations")).isEmpty();
        assertThat(attendee.open("/embedded/nothing").html()).doesNotContain("/sign-out");
    }

    @Test
    void leadsFromTheTimetableToPagesInTheSameLanguage() {
        var html = browser().open(TIMETABLE + "?language=qu").html();

        assertThat(html)
                .contains("<h1><a href=\"/timetables/heading-to-perumin?language=qu\">")
                .containsPattern("href=\"/programmes/heading-to-perumin/apurimac\\?language=qu#d-")
                .contains("%3Fclock%3Down%26language%3Dqu");
        assertThat(html)
                .containsPattern(
                        "<form class=\"filter\" method=\"get\" action=\""
                                + TIMETABLE
                                + "\" target=\"_self\"")
                .contains("<input type=\"hidden\" name=\"language\" value=\"qu\">");
    }

    @Test
    void isPutThereByAScriptThatIsAskedForAgain() {
        var script = browser().open("/embed.js");

        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).contains("public", "max-age=3600");
        assertThat(
                        browser()
                                .with("If-None-Match", String.valueOf(script.header("ETag")))
                                .open("/embed.js")
                                .status())
                .isEqualTo(304);
    }

    @Test
    void givesOrganisersTheTagsToCopy() {
        var organiser =
                browser().signedIn(Tokens.organiser("organiser:" + Schedules.HEADING_TO_PERUMIN));

        var page = organiser.open(DESK + "/embedding");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains(
                        "&lt;script src=&quot;http://localhost:8080/embed.js&quot; data-programme=&quot;heading-to-perumin&quot; data-show=&quot;timetable&quot;")
                .contains("data-event=&quot;apurimac&quot; data-show=&quot;form&quot;")
                .contains(
                        "&lt;iframe src=&quot;http://localhost:8080/embedded/programmes/heading-to-perumin/apurimac?language=en&quot;")
                .contains("allow this address: <code>http://localhost:8080</code>")
                .doesNotContain("??", "data-event=&quot;cajamarca");
        assertThat(browser().open(DESK + "/embedding").status()).isEqualTo(303);
        assertThat(
                        browser()
                                .signedIn(Tokens.organiser("organiser:" + Drafted.PROGRAMME))
                                .open(DESK + "/embedding")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void hasNothingToCopyOfWhatIsNotPublished() {
        assertThat(
                        browser()
                                .signedIn(Tokens.organiser("owner:*"))
                                .open(Drafted.DESK + "/embedding")
                                .html())
                .contains("There is nothing to show yet")
                .doesNotContain("embed.js");
    }
}
