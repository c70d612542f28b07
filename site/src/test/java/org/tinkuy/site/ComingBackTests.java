package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever is led away from a page comes back to it, with what was asked of it.
@SiteTest
class ComingBackTests {

    private static final String NEW_CAMPAIGN =
            "/organiser/campaigns/new?programme=" + HEADING_TO_PERUMIN;

    private static final Pattern TIME_ZONE = Pattern.compile("href=\"(/time-zone[^\"]*)\"");

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void upstreamIsQuiet() {
        services.reset();
    }

    private Browser stranger() {
        return new Browser(port).speaking("en");
    }

    private Browser organiser() {
        return stranger().signedIn(Tokens.organiser("owner:*"));
    }

    private static String timeZoneLink(Browser.Page page) {
        var link = TIME_ZONE.matcher(page.html());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String timeZoneLeadsTo(Browser browser, String path) {
        return browser.open(timeZoneLink(browser.open(path))).field("next");
    }

    @Test
    void whoeverChoosesAZone() {
        var browser = organiser();

        var next = timeZoneLeadsTo(browser, NEW_CAMPAIGN + "&language=es");
        var chosen = browser.post("/time-zone", "timeZone", "Africa/Bamako", "next", next);

        assertThat(chosen.header("Location")).isEqualTo(NEW_CAMPAIGN);
        assertThat(browser.follow(chosen).status()).isEqualTo(200);
    }

    @Test
    void whoeverSignsInFirst() {
        var sent = stranger().open(NEW_CAMPAIGN);

        assertThat(stranger().follow(sent).field("next")).isEqualTo(NEW_CAMPAIGN);
    }

    @Test
    void whoeverTriesAgain() {
        services.answers("GET /api/registrations", 503, "");
        var list = "/organiser?programme=" + HEADING_TO_PERUMIN;

        assertThat(organiser().open(list).html())
                .contains("class=\"button\" href=\"" + list + "\"");
    }

    @Test
    void toTheFrontPageWhereTheAddressIsSecret() {
        assertThat(timeZoneLeadsTo(stranger(), "/sign-in/" + UUID.randomUUID() + "?code=123456"))
                .isEqualTo("/");
    }

    @Test
    void withoutAQueryThatCouldLeadElsewhere() {
        assertThat(timeZoneLeadsTo(stranger(), "/newsletter?x=a:b")).isEqualTo("/newsletter");
    }
}
