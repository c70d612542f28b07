package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// Where an address is entered, and what is said to that.
@SiteTest
class SubscribePagesTests {

    private static final String ASK =
            "POST /api/newsletters/" + HEADING_TO_PERUMIN + "/subscriptions";
    private static final String ACCEPTED =
            """
            {"programmeId":"%s","newsletter":"Newsletter PERUMIN 35","acknowledgement":{}}
            """
                    .formatted(HEADING_TO_PERUMIN);

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void upstreamIsQuiet() {
        services.reset();
    }

    private Browser browser(String language) {
        return new Browser(port).speaking(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/programmes/heading-to-perumin",
                "/programmes/heading-to-perumin/apurimac",
                "/sign-in"
            })
    void offersTheNewsletterOnEveryPage(String path) {
        assertThat(browser("en").open(path).html())
                .contains("<form method=\"post\" action=\"/newsletter\"")
                .contains("Newsletter PERUMIN 35: ")
                .contains("value=\"" + HEADING_TO_PERUMIN + "\"")
                .contains("You will receive the newsletter by e-mail once you have confirmed");
    }

    /// Whose newsletter it is stands beside the field.
    @Test
    void namesTheOnlyNewsletterOnThePageOfAProgrammeWithoutOne() {
        assertThat(browser("en").open("/programmes/mining-integration").html())
                .contains("Newsletter PERUMIN 35: ")
                .doesNotContain("Choose…");
    }

    @Test
    void choosesNoneOfSeveralForAnybody() {
        var id = UUID.randomUUID();
        try {
            schedule.publish(
                    Schedules.programme(
                            """
                            {"id": "%s", "slug": "another", "title": {"en": "Another"},
                             "timeZone": "America/Lima", "mode": "online", "admission": "open",
                             "newsletter": {"name": "Another newsletter"}}
                            """
                                    .formatted(id)),
                    1);

            assertThat(browser("en").open("/programmes/mining-integration").html())
                    .containsPattern(
                            "<select id=\"footer-newsletter\" name=\"newsletter\" required>\\s*"
                                    + "<option value=\"\">Choose…</option>")
                    .contains(">Newsletter PERUMIN 35</option>", ">Another newsletter</option>");
        } finally {
            schedule.withdrawProgramme(id, null);
        }
    }

    @Test
    void saysEverythingThatIsMissing() {
        assertThat(browser("en").post("/newsletter", "newsletter", "", "address", " ").html())
                .contains("Choose a newsletter.", "Enter your e-mail address.")
                .as("also where there is one only")
                .contains("<select id=\"newsletter\"");
        assertThat(browser("en").post("/newsletter", "newsletter", "", "address", "rosa@").html())
                .contains("Choose a newsletter.", "This is not an e-mail address");
        assertThat(
                        browser("en")
                                .post(
                                        "/newsletter",
                                        "newsletter",
                                        "",
                                        "address",
                                        "a@stra\u00dfe.de")
                                .html())
                .contains("Choose a newsletter.", "We cannot tell which domain this is");
        assertThat(
                        browser("en")
                                .post(
                                        "/newsletter",
                                        "newsletter",
                                        "0195a1c0-0000-7000-8000-000000000041",
                                        "address",
                                        "rosa@example.org")
                                .html())
                .contains("This newsletter is no longer offered.")
                .doesNotContain("id=\"address-fault\"");
    }

    /// The sample's own words, whichever language the page speaks.
    @ParameterizedTest
    @CsvSource({
        "en, '<span>Thanks for registering. You will receive our newsletters shortly.</span>'",
        "es, '<span>Gracias por registrarte. Pronto recibirás nuestros boletines.</span>'",
        "qu, '<span lang=\"es\">Gracias por registrarte. Pronto recibirás nuestros boletines.</span>'"
    })
    void showsTheAcknowledgementInTheProgrammesOwnWords(String language, String words) {
        services.answers(ASK, 202, ACCEPTED);
        var browser = browser(language);

        var thanks =
                browser.follow(
                        browser.post(
                                "/newsletter",
                                "newsletter",
                                HEADING_TO_PERUMIN.toString(),
                                "address",
                                " rosa@example.org "));

        assertThat(thanks.status()).isEqualTo(200);
        assertThat(thanks.html()).contains(words);
        assertThat(thanks.html().indexOf("role=\"status\""))
                .as("what is left to do comes first")
                .isLessThan(thanks.html().indexOf(words));
        assertThat(thanks.html()).doesNotContain("rosa@example.org", "??");
        assertThat(thanks.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void passesOnWhatTheVisitorReadAndTheirLanguage() {
        services.answers(ASK, 202, ACCEPTED);
        browser("es")
                .post(
                        "/newsletter",
                        "newsletter",
                        HEADING_TO_PERUMIN.toString(),
                        "address",
                        "rosa@example.org",
                        "timeZone",
                        "America/Lima");

        assertThat(services.requests(ASK))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body())
                                .contains(
                                        "\"address\":\"rosa@example.org\"",
                                        "\"language\":\"es\"",
                                        "\"timeZone\":\"America/Lima\"",
                                        "\"consent\":\"newsletter-form-1\""));
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        services.answers(
                ASK,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"address","code":"invalid-address"}]}
                """);

        var page =
                browser("en")
                        .post(
                                "/newsletter",
                                "newsletter",
                                HEADING_TO_PERUMIN.toString(),
                                "address",
                                "rosa@\"><script>");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("aria-invalid=\"true\"")
                .contains("aria-describedby=\"address-fault consent\"")
                .contains("id=\"address-fault\"")
                .contains("value=\"rosa@&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("id=\"footer-address\"");
    }

    @Test
    void asksForAnAddressBeforeItAsksTheService() {
        var programme = HEADING_TO_PERUMIN.toString();
        assertThat(browser("en").post("/newsletter", "newsletter", programme).html())
                .contains("Enter your e-mail address.");
        assertThat(browser("en").post("/newsletter", "address", "rosa@example.org").status())
                .isEqualTo(422);
        assertThat(services.requests(ASK)).isEmpty();
    }

    @Test
    void keepsTheAddressWhileTheServiceIsAway() {
        services.answers(ASK, 503, "{}");
        var page =
                browser("en")
                        .post(
                                "/newsletter",
                                "newsletter",
                                HEADING_TO_PERUMIN.toString(),
                                "address",
                                "rosa@example.org");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html())
                .contains("value=\"rosa@example.org\"", "Your address is still here");
    }
}
