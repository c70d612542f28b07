package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.CHALLENGE;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From the form to the code that comes by mail, and through it.
@SiteTest
class CodePagesTests {

    private static final String RENEWAL = "POST /api/sign-ins/" + CHALLENGE + "/renewal";
    private static final String CONFIRMATION = "POST /api/sign-ins/" + CHALLENGE + "/confirmation";

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
    void leadsFromTheFormToTheCodeToTheConfirmedRegistration() {
        Registering.isAnsweredWithACode(registrations);
        registrations.answers(
                CONFIRMATION,
                201,
                """
                {"token":"opaque-token","deviceSessionId":"%s","attendeeId":"%s",
                 "expiresAt":"2027-01-22T15:00:00Z"}
                """
                        .formatted(UUID.randomUUID(), Tokens.ROSA));
        var browser = browser();

        var sent = Registering.openAndSend(browser);
        var code = browser.follow(sent);
        var confirmed = browser.post("/sign-in/code", "code", "123 456");

        assertThat(code.html())
                .contains("rosa@example.org")
                .contains("ten minutes")
                .contains("A seat is held for you")
                .contains("Full: you join the waiting list")
                .contains("inputmode=\"numeric\"")
                .contains("autocomplete=\"one-time-code\"");
        assertThat(code.header("Cache-Control")).isEqualTo("no-store");
        assertThat(confirmed.header("Location")).isEqualTo("/registrations?done=confirmed");
        assertThat(confirmed.setCookies())
                .anyMatch(cookie ->
                        cookie.startsWith("tinkuy=opaque-token;")
                                && cookie.contains("HTTPOnly")
                                && cookie.contains("SameSite=Lax")
                                && cookie.contains("Path=/;")
                                && !cookie.contains("Secure"));
        assertThat(browser.has("tinkuy-challenge")).isFalse();
        assertThat(registrations.requests(CONFIRMATION))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body())
                                .contains("\"browserSecret\":\"c2VjcmV0\"")
                                .contains("\"code\":\"123456\""));
    }

    @Test
    void saysHowManyAttemptsAreLeft() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION,
                422,
                "{\"type\":\"urn:tinkuy:problem:wrong-code\",\"attemptsLeft\":3}");

        var page = browser.post("/sign-in/code", "code", "000000");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("This code is not right.")
                .contains("3 attempts left.")
                .contains("value=\"000000\"")
                .containsPattern("id=\"code\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void asksForSixDigitsBeforeAskingTheService() {
        var browser = registered();

        assertThat(browser.post("/sign-in/code", "code", "12a").html())
                .contains("Enter the six digits");
        assertThat(registrations.requests(CONFIRMATION)).isEmpty();
    }

    @Test
    void offersAnotherCodeWhenThisOneIsOver() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 410, "{\"type\":\"urn:tinkuy:problem:challenge-over\"}");
        registrations.answers(
                RENEWAL,
                202,
                """
                {"challengeId":"%s","browserSecret":"b3RoZXI","expiresAt":"%s",
                 "registrations":[
                    {"sessionId":"%s","status":"pending","seat":"held"},
                    {"sessionId":"%s","status":"pending","seat":"not-held"}]}
                """
                        .formatted(
                                UUID.randomUUID(),
                                SitePagesTests.NOW.plusSeconds(600),
                                FIRST_PLENARY,
                                SECOND_PLENARY));

        var over = browser.post("/sign-in/code", "code", "123456");
        var again = browser.follow(browser.post("/sign-in/code/again"));

        assertThat(over.status()).isEqualTo(410);
        assertThat(over.html())
                .contains("no longer valid")
                .contains("action=\"/sign-in/code/again\"")
                .doesNotContain("name=\"code\"");
        assertThat(again.html())
                .contains("A new code is on its way")
                .contains("rosa@example.org")
                .contains("A seat is held for you")
                .contains("Seats are left");
        assertThat(registrations.requests(RENEWAL))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("c2VjcmV0"));
    }

    @Test
    void keepsTheAddressWhenAnotherCodeCannotBeSent() {
        var browser = registered();
        registrations.answers(RENEWAL, 503, "");

        var away = browser.post("/sign-in/code/again");
        registrations.answers(RENEWAL, 429, "{\"type\":\"urn:tinkuy:problem:too-many-requests\"}");
        var tooMany = browser.post("/sign-in/code/again");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html())
                .contains("value=\"rosa@example.org\"")
                .contains("cannot be reached");
        assertThat(tooMany.html()).contains("Too many attempts");
    }

    @Test
    void keepsTheCodeWhenTheServiceIsAway() {
        var browser = registered();
        registrations.answers(CONFIRMATION, 502, "");

        var page = browser.post("/sign-in/code", "code", "123456");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).contains("value=\"123456\"").contains("cannot be reached");
    }

    @Test
    void openingTheMailedLinkConfirmsNothing() {
        var browser = registered();

        var page = browser.open("/sign-in/" + CHALLENGE + "?code=123456");

        assertThat(page.html())
                .contains("method=\"post\"")
                .contains("action=\"/sign-in/" + CHALLENGE + "\"");
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

    @Test
    void inAnotherBrowserTheMailedLinkShowsTheCodeToCarryOver() {
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

    @Test
    void readsForgedCookiesAsNone() {
        var page =
                browser()
                        .cookie("tinkuy-challenge", "<script>")
                        .cookie("tinkuy-pending", "bm90IGpzb24")
                        .open("/sign-in/code");

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("href=\"/sign-in\"");
    }
}
