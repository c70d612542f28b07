package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a browser keeps of a page, and when it is told that the page is still the same.
@SiteTest
class KeptPagesTests {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void upstreamIsQuiet() {
        registrations.reset();
    }

    private Browser browser() {
        return new Browser(port);
    }

    @Test
    void answersThatThePageIsStillTheSame() {
        var first = browser().open("/programmes/heading-to-perumin");
        var tag = String.valueOf(first.header("ETag"));

        var second = browser().with("If-None-Match", tag).open("/programmes/heading-to-perumin");
        var inSpanish =
                browser()
                        .speaking("es")
                        .with("If-None-Match", tag)
                        .open("/programmes/heading-to-perumin");

        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.html()).isEmpty();
        assertThat(inSpanish.status()).isEqualTo(200);
    }

    @Test
    void aPageWithAFormIsTheSameForEverybodyUntilItsSeatsChange() {
        registrations.answers("GET /api/seats", 200, seats(7));
        var tag = String.valueOf(browser().open(APURIMAC).header("ETag"));

        var elsewhere = browser().open(APURIMAC);
        var known = browser().with("If-None-Match", tag).open(APURIMAC);
        registrations.answers("GET /api/seats", 200, seats(6));
        var changed = browser().with("If-None-Match", tag).open(APURIMAC);

        assertThat(elsewhere.header("ETag")).isEqualTo(tag);
        assertThat(elsewhere.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.html()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void aPageWithAFormChangesForWhoeverRegistered() {
        var signedIn = browser().signedIn(Tokens.attendee());
        registrations.answers("GET /api/attendees/me/registrations", 200, "[]");
        var tag = String.valueOf(signedIn.open(APURIMAC).header("ETag"));
        signedIn.with("If-None-Match", tag);

        assertThat(signedIn.open(APURIMAC).status()).isEqualTo(304);
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                "[{\"sessionId\":\"%s\",\"status\":\"confirmed\"}]".formatted(FIRST_PLENARY));
        assertThat(signedIn.open(APURIMAC).status()).isEqualTo(200);
    }

    private static String seats(int left) {
        return "[{\"sessionId\":\"%s\",\"left\":%d}]".formatted(FIRST_PLENARY, left);
    }

    @Test
    void sendsTheProgrammePageSmallAndItsFilesOnce() {
        var page = browser().with("Accept-Encoding", "gzip").open("/programmes/heading-to-perumin");
        var stylesheet = find("href=\"(/assets/site-[0-9a-f]{32}\\.css)\"");
        var script = find("src=\"(/assets/site-[0-9a-f]{32}\\.js)\"");
        var css = browser().with("Accept-Encoding", "gzip").open(stylesheet);
        var js = browser().open(script);

        assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(css.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(css.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
        assertThat(js.html().length()).isLessThan(2048);
        assertThat(page.html().length() + css.html().length() + js.html().length())
                .isLessThan(60 * 1024);
    }

    private String find(String pattern) {
        var found = Pattern.compile(pattern).matcher(browser().open("/").html());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registrations", "/organiser", "/organiser/campaigns"})
    void nothingIsKeptOfAPageAboutAPerson(String path) {
        registrations.answers("GET /api/attendees/me/registrations", 200, "[]");
        registrations.answers("GET /api/registrations", 200, "{\"items\":[]}");
        registrations.answers("GET /api/campaigns", 200, "{\"items\":[]}");

        var page =
                browser()
                        .signedIn(Tokens.organiser("organiser:" + Schedules.HEADING_TO_PERUMIN))
                        .open(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("ETag")).isNull();
    }
}
