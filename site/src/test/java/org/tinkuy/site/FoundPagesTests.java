package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.APURIMAC;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.Browser.Page;
import org.tinkuy.site.programme.PublishedSchedule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is read of pages where nobody looks at them: by search engines and by whatever shows a
/// link.
@SiteTest
class FoundPagesTests {

    private static final String HERE = "http://localhost:8080";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void nothingIsAsked() {
        services.reset();
    }

    private Page open(String path) {
        return new Browser(port).speaking("en").open(path);
    }

    @Test
    void showsACardWhereALinkIsShared() {
        var page = open(APURIMAC).html();

        assertThat(page)
                .contains(
                        "<meta property=\"og:title\" content=\"Mining and Development in Apurímac\">")
                .contains("<meta property=\"og:url\" content=\"" + HERE + APURIMAC + "\">")
                .containsPattern(
                        "<meta name=\"description\" content=\"[^\"]*25–\u206026 November 2026[^\"]*Online");
        var picture = found("og:image\" content=\"" + HERE + "([^\"]+)\"", page);
        assertThat(open(picture).header("Content-Type")).isEqualTo("image/png");
        assertThat(open("/").html())
                .contains("<meta property=\"og:title\" content=\"Tinkuy\">")
                .doesNotContain("ld+json");
    }

    @Test
    void tellsEachSessionAsAnEventOfSchemaOrg() {
        var events = new JsonMapper().readTree(found(DATA.pattern(), open(APURIMAC).html()));

        assertThat(events.values())
                .extracting(event -> event.path("name").asString())
                .contains(
                        "Plenary 1 · Mining and Development in Apurímac",
                        "Plenary 2 · Mining and Development in Apurímac");
        assertThat(events.values())
                .filteredOn(event ->
                        event.path("name")
                                .asString()
                                .equals("Plenary 1 · Mining and Development in Apurímac"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(text(event, "startDate")).isEqualTo("2026-11-25T18:00-05:00");
                    assertThat(text(event, "endDate")).isEqualTo("2026-11-25T20:00-05:00");
                    assertThat(text(event, "eventStatus"))
                            .isEqualTo("https://schema.org/EventScheduled");
                    assertThat(text(event, "url")).isEqualTo(HERE + APURIMAC);
                    assertThat(text(event, "eventAttendanceMode"))
                            .isEqualTo("https://schema.org/OnlineEventAttendanceMode");
                    assertThat(text(event.path("location"), "@type")).isEqualTo("VirtualLocation");
                });
    }

    @Test
    void tellsOfAHybridSessionThatItIsOnlineToo() {
        var programme = UUID.randomUUID();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "half-and-half", "title": {"en": "Half and half"},
                         "timeZone": "America/Lima", "mode": "hybrid", "admission": "open"}
                        """
                                .formatted(programme)),
                1);
        for (var place : List.of("\"place\": \"Lima\",", "")) {
            schedule.publish(
                    Schedules.session(
                            """
                            {"id": "%s", "programmeId": "%s", "kind": "dialogue", %s
                             "timeZone": "America/Lima", "date": "2026-12-%s", "starts": "18:00",
                             "startsAt": "2026-12-%sT23:00:00Z", "version": 1}
                            """
                                    .formatted(
                                            UUID.randomUUID(),
                                            programme,
                                            place,
                                            place.isEmpty() ? "15" : "14",
                                            place.isEmpty() ? "15" : "14")),
                    1);
        }
        var events =
                new JsonMapper()
                        .readTree(found(DATA.pattern(), open("/programmes/half-and-half").html()));

        assertThat(events.values())
                .extracting(event -> event.path("location").findValuesAsString("@type"))
                .containsExactlyInAnyOrder(
                        List.of("Place", "VirtualLocation"), List.of("VirtualLocation"));
    }

    /// Search engines take an address only where it is whole, and a page's language only where the
    /// page says that it is the one.
    @Test
    void namesItsLanguagesByWholeAddresses() {
        assertThat(open(APURIMAC + "?language=es&filled=true").html())
                .contains("rel=\"canonical\" href=\"" + HERE + APURIMAC + "?language=es\"")
                .contains("hreflang=\"fr\" href=\"" + HERE + APURIMAC + "?language=fr\"")
                .contains("hreflang=\"x-default\" href=\"" + HERE + APURIMAC + "\"");
        assertThat(open(APURIMAC).html())
                .contains("rel=\"canonical\" href=\"" + HERE + APURIMAC + "\"");
    }

    @Test
    void listsItsPagesInEveryLanguage() {
        var map = open("/sitemap.xml");

        assertThat(map.header("Content-Type")).isEqualTo("application/xml");
        assertThat(map.html())
                .contains("<loc>" + HERE + "/</loc>")
                .contains("<loc>" + HERE + APURIMAC + "</loc>")
                .contains("hreflang=\"qu\" href=\"" + HERE + APURIMAC + "?language=qu\"");
        assertThat(open("/robots.txt").html())
                .contains("Disallow: /registrations\n")
                .contains("Sitemap: " + HERE + "/sitemap.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "/favicon.ico, image/x-icon",
        "/manifest.webmanifest, application/manifest+json",
    })
    void hasWhatBrowsersAskForByName(String path, String type) {
        assertThat(open(path).header("Content-Type")).isEqualTo(type);
    }

    @Test
    void hasThePicturesThatItsManifestNames() {
        var manifest = new JsonMapper().readTree(open("/manifest.webmanifest").html());

        assertThat(manifest.path("icons").values())
                .hasSize(2)
                .allSatisfy(icon ->
                        assertThat(open(text(icon, "src")).header("Content-Type"))
                                .isEqualTo(text(icon, "type")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static String found(String pattern, String in) {
        var found = Pattern.compile(pattern).matcher(in);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
