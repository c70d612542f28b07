package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.PublishedSchedule;

/// What a browser keeps of a page, and when it is told that the page is still the same.
@SiteTest
class KeptPagesTests {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";

    @LocalServerPort int port;
    @Autowired StubServices registrations;
    @Autowired PublishedSchedule schedule;
    @Autowired MeterRegistry meters;

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

    /// Going back after signing out, a browser shows what it kept without asking.
    @ParameterizedTest
    @ValueSource(strings = {"/", "/programmes/heading-to-perumin", APURIMAC, "/time-zone"})
    void keepsNothingOfWhoeverIsSignedIn(String path) {
        registrations.answers("GET /api/attendees/me/registrations", 200, "[]");

        var page = browser().signedIn(Tokens.attendee()).open(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("ETag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/programmes/heading-to-perumin", APURIMAC})
    void isTheSameWhetherItIsRememberedOrNotAndCompressedOrNot(String path) throws IOException {
        var address = path + "?fresh=" + UUID.randomUUID();
        var rendered = browser().speaking("es").open(address);
        var remembered = browser().speaking("es").open(address);
        var compressed = compressed(address);

        assertThat(remembered.html()).isEqualTo(rendered.html());
        assertThat(remembered.header("ETag")).isEqualTo(rendered.header("ETag"));
        assertThat(remembered.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(rendered.header("Content-Language")).isEqualTo("es-PE");
        assertThat(remembered.header("Content-Language")).isEqualTo("es-PE");
        assertThat(remembered.header("Vary")).contains("Accept-Encoding", "Cookie");
        assertThat(compressed).isEqualTo(rendered.html());
        assertThat(browser().speaking("en").open(address).html()).isNotEqualTo(rendered.html());
    }

    private String compressed(String address, String... headers) throws IOException {
        var asked =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .header("Accept-Encoding", "gzip")
                        .header("Accept-Language", "es");
        var request = headers.length == 0 ? asked.build() : asked.headers(headers).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            var html = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
            return new String(html, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// An embedded page is the same for all, so whoever is signed in gets it from memory, too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embedded/timetables/heading-to-perumin",
                "/embedded/programmes/heading-to-perumin",
                "/embedded/programmes/heading-to-perumin/apurimac"
            })
    void isReadableForWhoeverIsSignedInWhereItIsTheSameForAll(String path) throws IOException {
        var address = path + "?fresh=" + UUID.randomUUID();
        var token = Tokens.attendee();
        var rendered = compressed(address, "Authorization", "Bearer " + token);
        var remembered = compressed(address, "Authorization", "Bearer " + token);
        var plain = browser().speaking("es").signedIn(token).open(address);

        assertThat(rendered).endsWith("</html>\n").isEqualTo(plain.html());
        assertThat(remembered).isEqualTo(rendered);
        assertThat(browser().speaking("es").open(address).html()).isEqualTo(rendered);
        assertThat(plain.header("Cache-Control")).isEqualTo("no-store");
        assertThat(plain.header("ETag")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, gzip",
        "GZIP;q=0.5, gzip",
        "*, gzip",
        "gzip; q=0,",
        "gzip ;q=0,",
        "gzip;Q=0,",
        "notgzip,",
        "'gzip;q=0, identity',"
    })
    void isCompressedForWhoTakesThat(String accept, @Nullable String coding) {
        var signedIn = Tokens.attendee();
        var css = find("href=\"(/assets/site-[0-9a-f]{32}\\.css)\"");
        var answers =
                List.of(
                        browser().with("Accept-Encoding", accept).open(APURIMAC),
                        browser().with("Accept-Encoding", accept).open("/sign-in"),
                        browser().with("Accept-Encoding", accept).open(css),
                        browser()
                                .with("Accept-Encoding", accept)
                                .signedIn(signedIn)
                                .open("/programmes/heading-to-perumin"));

        assertThat(answers)
                .extracting(answer -> answer.header("Content-Encoding"))
                .containsOnly(coding);
    }

    @Test
    void rendersAPageOnceForAllWhoLookAtTheSame() {
        registrations.answers("GET /api/seats", 200, seats(7));
        var rendered = meters.counter("tinkuy.pages.rendered");
        var address = APURIMAC + "?fresh=" + UUID.randomUUID();
        var before = rendered.count();
        for (var i = 0; i < 5; i++) {
            browser().open(address);
        }
        assertThat(rendered.count() - before).isEqualTo(1);

        registrations.answers("GET /api/seats", 200, seats(6));
        assertThat(browser().open(address).html()).contains("6");
        browser().speaking("es").open(address);
        assertThat(rendered.count() - before).isEqualTo(3);
    }

    @Test
    void showsWhatIsPublishedAtOnce() {
        var id = UUID.randomUUID();
        schedule.publish(programme(id, "Before"), 1);
        try {
            assertThat(browser().open("/programmes/just-now").html()).contains("Before");
            assertThat(browser().open("/").html()).contains("Before");
            schedule.publish(programme(id, "After"), 2);
            assertThat(browser().open("/programmes/just-now").html())
                    .contains("After")
                    .doesNotContain("Before");
            assertThat(browser().open("/").html()).contains("After").doesNotContain("Before");
        } finally {
            schedule.withdrawProgramme(id, 3L);
        }
    }

    private static Programme programme(UUID id, String title) {
        return Schedules.programme(
                """
                {"id": "%s", "slug": "just-now", "timeZone": "America/Lima",
                 "title": {"en": "%s"}, "mode": "online", "admission": "open"}
                """
                        .formatted(id, title));
    }

    @Test
    void neverShowsAPersonsPageToAnybodyElse() {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                "[{\"sessionId\":\"%s\",\"status\":\"confirmed\"}]".formatted(FIRST_PLENARY));
        assertThat(browser().open(APURIMAC).html())
                .contains("/sign-in")
                .doesNotContain("/sign-out");
        assertThat(browser().signedIn(Tokens.attendee()).open(APURIMAC).html())
                .contains("/sign-out");
        assertThat(browser().open(APURIMAC).html())
                .contains("/sign-in")
                .doesNotContain("/sign-out");
    }

    @Test
    void keepsNothingOfAFormThatWasSent() {
        var sent = browser().post(APURIMAC, "name", "Only mine", "address", "not an address");
        assertThat(sent.html()).contains("Only mine");
        assertThat(browser().open(APURIMAC).html()).doesNotContain("Only mine");
        assertThat(browser().post(APURIMAC, "name", "", "address", "").html())
                .doesNotContain("Only mine");
    }

    private static String seats(int left) {
        return String.format(
                Locale.ROOT, "[{\"sessionId\":\"%s\",\"left\":%d}]", FIRST_PLENARY, left);
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
        assertThat(js.html().length()).isLessThan(2200);
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
