package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.CHALLENGE;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The link that a code is mailed with.
@SiteTest
class MailedCodeLinkTests {

    private static final String CONFIRMATION = "POST /api/sign-ins/" + CHALLENGE + "/confirmation";

    private static final String SHOWN = "GET /api/sign-ins/" + CHALLENGE;

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void upstreamIsQuiet() {
        registrations.reset();
    }

    private Browser browser() {
        return new Browser(port).speaking("en");
    }

    private Browser registered() {
        return Registering.registered(browser(), registrations);
    }

    @Test
    void saysThatItIsDoneToWhoeverOpensTheMailedLinkAfterIt() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 201, "{\"token\":\"t\",\"expiresAt\":\"2027-01-22T15:00:00Z\"}");
        browser.post("/sign-in/code", "code", "123456");
        browser.signedIn(Tokens.attendee());

        assertThat(browser.open("/sign-in/" + CHALLENGE + "?code=123456").html())
                .contains("This is done");
        var other = UUID.randomUUID();
        registrations.answers("GET /api/sign-ins/" + other, 200, "{\"state\":\"open\"}");
        assertThat(browser.open("/sign-in/" + other + "?code=123456").html())
                .contains("This link was opened in a different browser");
    }

    @Test
    void openingTheMailedLinkConfirmsNothing() {
        var browser = registered();

        var page = browser.open("/sign-in/" + CHALLENGE + "?code=123456");

        assertThat(page.html())
                .contains("method=\"post\"")
                .contains("action=\"/sign-in/" + CHALLENGE + "\"")
                .contains("You confirm the address", "rosa@example.org")
                .contains("You are registering for", "Plenary 1", "Plenary 2")
                .contains("A seat is held for you for 10 more minutes");
        assertThat(registrations.requests(CONFIRMATION)).isEmpty();
    }

    @Test
    void theMailedLinksButtonConfirms() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 201, "{\"token\":\"t\",\"expiresAt\":\"2027-01-22T15:00:00Z\"}");

        assertThat(browser.post("/sign-in/" + CHALLENGE, "code", "123456").header("Location"))
                .isEqualTo("/registrations?done=confirmed");
    }

    @ParameterizedTest
    @CsvSource({
        "renewed, You asked for a newer code",
        "over, This code is no longer valid",
    })
    void inAnotherBrowserNoCodeIsShownThatIsGoodNoMore(String state, String words) {
        registrations.answers(SHOWN, 200, "{\"state\":\"" + state + "\"}");

        var page = browser().open("/sign-in/" + CHALLENGE + "?code=123456");

        assertThat(page.html())
                .contains(words)
                .doesNotContain("<span>123456</span>")
                .doesNotContain("href=\"/sign-in/code\"");
    }

    @Test
    void inAnotherBrowserTheMailedLinkShowsTheCodeToCarryOver() {
        registrations.answers(SHOWN, 200, "{\"state\":\"open\"}");

        var page = browser().open("/sign-in/" + CHALLENGE + "?code=123456");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("<span>123456</span>")
                .contains("Enter it on the page where you started.")
                .doesNotContain("action=\"/sign-in/" + CHALLENGE);
        assertThat(browser().post("/sign-in/" + CHALLENGE, "code", "123456").status())
                .isEqualTo(410);
        assertThat(registrations.requests(CONFIRMATION)).isEmpty();
    }
}
