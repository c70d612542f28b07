package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Where the links of mails lead.
@SiteTest
class LinkPagesTests {

    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUv_-";
    private static final String ACCEPTED =
            """
            {"programmeId":"%s","newsletter":"Newsletter PERUMIN 35","acknowledgement":{}}
            """
                    .formatted(HEADING_TO_PERUMIN);

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void upstreamIsQuiet() {
        services.reset();
        services.answers(
                "GET /api/unsubscriptions/" + TOKEN,
                200,
                "{\"programmeId\":\"" + HEADING_TO_PERUMIN + "\",\"ended\":false}");
    }

    private Browser browser(String language) {
        return new Browser(port).speaking(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "unsubscribe"})
    void changesNothingWhenALinkIsOpened(String kind) {
        var page = browser("en").open("/newsletter/" + kind + "/" + TOKEN);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("<form method=\"post\" action=\"/newsletter/" + kind + "/" + TOKEN + "\"")
                .contains("<button name=\"button\" value=\"page\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(services.requests("POST /api/newsletter-confirmations")).isEmpty();
        assertThat(services.requests("POST /api/unsubscriptions/" + TOKEN)).isEmpty();
    }

    @Test
    void saysWhichNewsletterIsConfirmedForWhichAddress() {
        services.answers(
                "POST /api/newsletter-confirmations/preview",
                200,
                """
                {"programmeId":"%s","newsletter":"Newsletter PERUMIN 35","address":"rosa@example.org"}
                """
                        .formatted(HEADING_TO_PERUMIN));

        assertThat(browser("en").open("/newsletter/confirm/" + TOKEN).html())
                .contains("<strong>Newsletter PERUMIN 35</strong>", "rosa@example.org");
        assertThat(
                        services.requests("POST /api/newsletter-confirmations/preview")
                                .getFirst()
                                .body())
                .contains(TOKEN);
    }

    @Test
    void saysThatALinkWasConfirmedBefore() {
        services.answers(
                "POST /api/newsletter-confirmations/preview",
                200,
                """
                {"programmeId":"%s","newsletter":"Newsletter PERUMIN 35",
                 "address":"rosa@example.org","confirmed":true}
                """
                        .formatted(HEADING_TO_PERUMIN));

        assertThat(browser("en").open("/newsletter/confirm/" + TOKEN).html())
                .contains("It was confirmed before", "Newsletter PERUMIN 35")
                .doesNotContain("Confirm the subscription", "rosa@example.org", "??");
    }

    @Test
    void saysThatALinkIsTooOldBeforeAnythingIsPressed() {
        services.answers(
                "POST /api/newsletter-confirmations/preview",
                410,
                "{\"type\":\"urn:tinkuy:problem:confirmation-over\"}");

        var page = browser("en").open("/newsletter/confirm/" + TOKEN);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("This link is no longer valid");
    }

    @Test
    void asksOnceWhetherToStop() {
        var link = "GET /api/unsubscriptions/" + TOKEN;
        var linked = "{\"programmeId\":\"" + HEADING_TO_PERUMIN + "\",\"ended\":%s}";
        services.answers(link, 200, linked.formatted(false));
        var asked = browser("en").open("/newsletter/unsubscribe/" + TOKEN);
        services.answers(link, 200, linked.formatted(true));
        var again = browser("en").open("/newsletter/unsubscribe/" + TOKEN);

        assertThat(asked.html())
                .contains("<strong>Newsletter PERUMIN 35</strong>", "Stop receiving it");
        assertThat(again.html())
                .contains("You will no longer receive the newsletter", "had ended before")
                .contains("Newsletter PERUMIN 35", "Subscribe again.")
                .doesNotContain("Stop receiving it", "just ended");
    }

    @Test
    void confirmsByTheButton() {
        services.answers("POST /api/newsletter-confirmations", 200, ACCEPTED);
        var browser = browser("en");

        var answer = browser.post("/newsletter/confirm/" + TOKEN, "button", "page");
        var done = browser.follow(answer);

        assertThat(answer.header("Location"))
                .isEqualTo("/newsletter/confirmed?newsletter=heading-to-perumin");
        assertThat(done.html())
                .contains("Your subscription is confirmed", "Newsletter PERUMIN 35")
                .doesNotContain(TOKEN);
        assertThat(services.requests("POST /api/newsletter-confirmations").getFirst().body())
                .contains(
                        "\"token\":\"" + TOKEN + "\"",
                        "\"consent\":\"newsletter-button-1\"",
                        "\"language\":\"en\"");
    }

    @Test
    void saysThatALinkIsTooOld() {
        services.answers(
                "POST /api/newsletter-confirmations",
                410,
                "{\"type\":\"urn:tinkuy:problem:confirmation-over\"}");

        var page = browser("en").post("/newsletter/confirm/" + TOKEN, "button", "page");

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("This link is no longer valid", "href=\"/newsletter\"");
    }

    @Test
    void unsubscribesByTheButtonAndTellsHowToComeBack() {
        services.answers(
                "POST /api/unsubscriptions/" + TOKEN,
                200,
                "{\"programmeId\":\"" + HEADING_TO_PERUMIN + "\"}");
        var browser = browser("en");

        var done =
                browser.follow(browser.post("/newsletter/unsubscribe/" + TOKEN, "button", "page"));

        assertThat(done.html())
                .contains("You will no longer receive the newsletter")
                .contains("Newsletter PERUMIN 35", "Subscribe again.")
                .doesNotContain(TOKEN);
        assertThat(how()).contains("\"how\":\"page\"");
    }

    /// RFC 8058 §3.2: no cookie, no redirect, and whichever of two forms the body has.
    @Test
    void unsubscribesInOneClickByAMailProgram() {
        services.answers(
                "POST /api/unsubscriptions/" + TOKEN,
                200,
                "{\"programmeId\":\"" + HEADING_TO_PERUMIN + "\"}");

        var page =
                browser("es")
                        .post("/newsletter/unsubscribe/" + TOKEN, "List-Unsubscribe", "One-Click");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.setCookies()).isEmpty();
        assertThat(how()).contains("\"how\":\"one-click\"");

        services.reset();
        services.answers(
                "POST /api/unsubscriptions/" + TOKEN,
                200,
                "{\"programmeId\":\"" + HEADING_TO_PERUMIN + "\"}");
        var multipart =
                browser("es")
                        .postBody(
                                "/newsletter/unsubscribe/" + TOKEN,
                                "multipart/form-data; boundary=b",
                                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\""
                                        + "\r\n\r\nOne-Click\r\n--b--\r\n");
        assertThat(multipart.status()).isEqualTo(200);
        assertThat(how()).contains("\"how\":\"one-click\"");
    }

    @Test
    void asksNothingByALinkOfNoSubscription() {
        services.answers(
                "GET /api/unsubscriptions/" + TOKEN,
                404,
                "{\"type\":\"urn:tinkuy:problem:not-found\"}");

        var page = browser("en").open("/newsletter/unsubscribe/" + TOKEN);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html())
                .contains("We do not know this link", "test e-mails", "take your address off")
                .doesNotContain("<button name=\"button\"");
    }

    @Test
    void knowsNoOtherLinks() {
        var page = browser("en").post("/newsletter/unsubscribe/" + TOKEN, "button", "page");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("We do not know this link");
        assertThat(browser("en").open("/newsletter/confirm/%3Cscript%3E").status()).isEqualTo(404);
        assertThat(browser("en").open("/newsletter/thanks?newsletter=none").status())
                .isEqualTo(404);
    }

    @Test
    void everyPageIsWholeInEveryLanguage() {
        for (var language : new String[] {"es", "en", "qu"}) {
            for (var path :
                    new String[] {
                        "/newsletter",
                        "/newsletter/thanks?newsletter=heading-to-perumin",
                        "/newsletter/confirm/" + TOKEN,
                        "/newsletter/confirmed?newsletter=heading-to-perumin",
                        "/newsletter/unsubscribe/" + TOKEN,
                        "/newsletter/unsubscribed"
                    }) {
                var page = browser(language).open(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.html())
                        .contains("<html lang=\"" + language + "\"")
                        .endsWith("</html>\n")
                        .doesNotContain("??", "style=", "th:");
            }
        }
    }

    private String how() {
        return services.requests("POST /api/unsubscriptions/" + TOKEN).getFirst().body();
    }
}
