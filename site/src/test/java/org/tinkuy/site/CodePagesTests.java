package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.APURIMAC;
import static org.tinkuy.site.Registering.CHALLENGE;
import static org.tinkuy.site.Schedules.DIALOGUE_WITHOUT_A_DATE;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                .contains("A seat is held for you for 10 more minutes")
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
                .containsPattern("id=\"code\"[^>]*aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @CsvSource({"180, 3 minutes,", "60, one minute,", "180,, until 16:03 (Madrid time)"})
    void saysUntilWhenTheCodeIsGood(int seconds, @Nullable String left, @Nullable String until) {
        Registering.isAnsweredWithACode(registrations, SitePagesTests.NOW.plusSeconds(seconds));
        var browser = browser();
        if (until != null) {
            browser.cookie("tinkuy-time-zone", "Europe/Madrid");
        }

        var page = browser.follow(Registering.openAndSend(browser));

        assertThat(page.html()).contains("It is valid " + (left == null ? until : "for " + left));
    }

    /// Half an hour after the first request no code holds a seat on.
    @Test
    void promisesNoSeatThatIsNotHeldAnyMore() {
        var browser = registered();
        registrations.answers(
                RENEWAL,
                202,
                """
                {"challengeId":"%s","browserSecret":"b3RoZXI","expiresAt":"%s","registrations":[
                 {"sessionId":"%s","status":"pending","seat":"held","heldUntil":"%s"}]}
                """
                        .formatted(
                                UUID.randomUUID(),
                                SitePagesTests.NOW.plusSeconds(600),
                                FIRST_PLENARY,
                                SitePagesTests.NOW));

        var again = browser.follow(browser.post("/sign-in/code/again"));

        assertThat(again.html())
                .contains("The seat is no longer held")
                .doesNotContain("A seat is held for you");
        assertThat(browser.open(APURIMAC).html()).doesNotContain("Held for you");
    }

    /// Where everybody finds room no seat is kept for anybody.
    @Test
    void speaksOfNoSeatWhereSeatsAreNotLimited() {
        registrations.answers(
                "POST /api/registrations",
                201,
                """
                {"signIn":{"challengeId":"%s","browserSecret":"c2VjcmV0","expiresAt":"%s"},
                 "registrations":[{"sessionId":"%s","status":"pending","seat":"held",
                                   "heldUntil":"%s"}]}
                """
                        .formatted(
                                Registering.CHALLENGE,
                                SitePagesTests.NOW.plusSeconds(600),
                                DIALOGUE_WITHOUT_A_DATE,
                                SitePagesTests.NOW.plusSeconds(600)));
        var browser = browser();
        var path = "/programmes/mining-integration";
        var sent =
                browser.post(
                        path,
                        "name",
                        "Rosa Quispe",
                        "address",
                        "rosa@example.org",
                        "session",
                        DIALOGUE_WITHOUT_A_DATE.toString());

        assertThat(browser.follow(sent).html())
                .contains("You are registered as soon as you enter the code")
                .doesNotContain("held for you", "seat");
        assertThat(browser.open("/sign-in/" + CHALLENGE + "?code=123456").html())
                .as("where no code is written")
                .contains("You are registered as soon as you confirm")
                .doesNotContain("enter the code");
        assertThat(browser.open(path).html())
                .contains("<a href=\"/sign-in/code\">Waiting for your code</a>")
                .doesNotContain("Held for you");
    }

    /// What is no good is not to be deleted by hand, and nobody has to look for what was wrong.
    @ParameterizedTest
    @ValueSource(strings = {"wrong-code", "newer-code"})
    void clearsTheFieldAndMovesToWhatWasWrong(String problem) {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 422, "{\"type\":\"urn:tinkuy:problem:%s\"}".formatted(problem));

        var page = browser.post("/sign-in/code", "code", "000000");

        assertThat(page.html())
                .contains("<title>Error: Enter the code · Tinkuy</title>")
                .doesNotContain("value=\"000000\"")
                .containsPattern("<div role=\"alert\" tabindex=\"-1\" autofocus")
                .doesNotContainPattern("<input id=\"code\"[^>]*autofocus");
        assertThat(browser.open("/sign-in/code").html())
                .contains("<title>Enter the code · Tinkuy</title>")
                .containsPattern("<input id=\"code\"[^>]*autofocus");
    }

    @Test
    void keepsWhatOnlyLacksADigit() {
        assertThat(registered().post("/sign-in/code", "code", "12345").html())
                .contains("value=\"12345\"");
    }

    @Test
    void asksForSixDigitsBeforeAskingTheService() {
        var browser = registered();

        assertThat(browser.post("/sign-in/code", "code", "12a").html())
                .contains("Enter the six digits");
        assertThat(registrations.requests(CONFIRMATION)).isEmpty();
    }

    @Test
    void leadsBackToTheFilledFormForAnotherAddress() {
        var browser = registered();

        var code = browser.open("/sign-in/code");
        var form = browser.open(APURIMAC + "?filled=true");

        assertThat(code.html()).contains("href=\"" + APURIMAC + "?filled=true#address\"");
        assertThat(form.header("Cache-Control")).isEqualTo("no-store");
        assertThat(form.html())
                .contains("value=\"Rosa Quispe\"")
                .contains("value=\"rosa@example.org\"")
                .containsPattern("value=\"" + FIRST_PLENARY + "\"[^>]*checked")
                .containsPattern("value=\"" + SECOND_PLENARY + "\"[^>]*checked");
        assertThat(browser().open(APURIMAC + "?filled=true").html()).doesNotContain("Rosa Quispe");
        assertThat(browser.open("/programmes/mining-integration?filled=true").html())
                .doesNotContain("Rosa Quispe");
    }

    @Test
    void callsNoSessionFullBecauseOfTheSeatThatIsHeldForThisBrowser() {
        registrations.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"left\":0},{\"sessionId\":\"%s\",\"left\":0}]"
                        .formatted(FIRST_PLENARY, SECOND_PLENARY));
        var browser = registered();

        var back = browser.open(APURIMAC);

        assertThat(back.html())
                .containsOnlyOnce("Held for you: enter the code")
                .containsOnlyOnce("Full: you join the waiting list");
        assertThat(browser().open(APURIMAC).html())
                .doesNotContain("Held for you")
                .contains("Join the waiting list");
    }

    @Test
    void saysThatItIsDoneToWhoeverGoesBackAfterIt() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 201, "{\"token\":\"t\",\"expiresAt\":\"2027-01-22T15:00:00Z\"}");
        browser.post("/sign-in/code", "code", "123456");
        browser.signedIn(Tokens.attendee());

        var back = browser.open("/sign-in/code");
        var sentAgain = browser.post("/sign-in/code", "code", "123456");

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.html()).contains("This is done").doesNotContain("no longer valid");
        assertThat(sentAgain.html()).contains("This is done");
        assertThat(registrations.requests(CONFIRMATION)).hasSize(1);
    }

    @Test
    void saysThatAnAddressHasAsManyPeopleAsItMay() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"too-many-people"}]}
                """);

        assertThat(browser.post("/sign-in/code", "code", "123456").html())
                .contains("As many people as may share an address");
    }

    @Test
    void aFormThatIsSentAgainAfterItsCodeWasTakenIsANewRequest() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 201, "{\"token\":\"t\",\"expiresAt\":\"2027-01-22T15:00:00Z\"}");
        browser.post("/sign-in/code", "code", "123456");

        Registering.send(browser);

        assertThat(registrations.requests("POST /api/registrations"))
                .hasSize(2)
                .extracting(StubServices.Request::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysThatTheBrowserKeepsNoCookies() {
        var page = browser().open("/sign-in/code");

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("keeps no cookies").doesNotContain("no longer valid");
        assertThat(browser().cookie("tinkuy-language", "en").open("/sign-in/code").html())
                .contains("no longer valid");
    }

    @Test
    void tellsWhatBecameOfEachSession() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION,
                201,
                """
                {"token":"t","expiresAt":"2027-01-22T15:00:00Z","registrations":[
                 {"sessionId":"%s","status":"confirmed","alreadyRegistered":true,"holdLapsed":false},
                 {"sessionId":"%s","status":"waitlisted","alreadyRegistered":false,"holdLapsed":true}]}
                """
                        .formatted(FIRST_PLENARY, SECOND_PLENARY));
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"confirmed"},
                 {"id":"%s","sessionId":"%s","programmeId":"%s","status":"waitlisted"}]
                """
                        .formatted(
                                UUID.randomUUID(),
                                FIRST_PLENARY,
                                Schedules.HEADING_TO_PERUMIN,
                                UUID.randomUUID(),
                                SECOND_PLENARY,
                                Schedules.HEADING_TO_PERUMIN));

        var confirmed = browser.post("/sign-in/code", "code", "123456");
        var page = browser.signedIn(Tokens.attendee()).follow(confirmed);

        assertThat(page.html())
                .contains("Your address is confirmed.")
                .contains("You were already registered.")
                .contains("when your seat was no longer held")
                .containsPattern(
                        "Apurímac</span>, <time datetime=\"2026-11-25T23:00:00Z\">"
                                + "Wednesday, 25 November 2026, 18:00–\u206020:00</time> \\(Peru time\\)</li>")
                .doesNotContain("is on its way");
    }

    @Test
    void keepsTheCodeWhenTheServiceIsAway() {
        var browser = registered();
        registrations.answers(CONFIRMATION, 502, "");

        var page = browser.post("/sign-in/code", "code", "123456");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).contains("value=\"123456\"").contains("We cannot answer right now");
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
