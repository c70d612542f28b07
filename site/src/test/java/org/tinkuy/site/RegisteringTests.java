package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.INVITED_WORKSHOP;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.Browser.Page;

@SiteTest
class RegisteringTests {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";
    private static final UUID CHALLENGE = UUID.fromString("0195a1c0-0000-7000-8000-000000000999");
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

    private void answersPending(Instant expiresAt) {
        registrations.answers(
                "POST /api/registrations",
                201,
                """
                {"signIn":{"challengeId":"%s","browserSecret":"c2VjcmV0","expiresAt":"%s"},
                 "registrations":[{"sessionId":"%s","status":"pending","seat":"held"},
                                  {"sessionId":"%s","status":"pending","seat":"waiting-list"}]}
                """
                        .formatted(CHALLENGE, expiresAt, FIRST_PLENARY, SECOND_PLENARY));
    }

    private void answersPending() {
        answersPending(SitePagesTests.NOW.plus(Duration.ofMinutes(10)));
    }

    private static Page send(Browser browser, Page form) {
        return browser.post(
                APURIMAC,
                "key",
                form.field("key"),
                "name",
                "Rosa Quispe",
                "address",
                "rosa@example.org",
                "timeZone",
                "Europe/Madrid",
                "session",
                FIRST_PLENARY.toString(),
                "session",
                SECOND_PLENARY.toString());
    }

    private Browser registered() {
        answersPending();
        var browser = browser();
        send(browser, browser.open(APURIMAC));
        return browser;
    }

    @Test
    void leadsFromTheFormToTheCodeToTheConfirmedRegistration() {
        answersPending();
        registrations.answers(
                CONFIRMATION,
                201,
                """
                {"token":"opaque-token","deviceSessionId":"%s","attendeeId":"%s",
                 "expiresAt":"2027-01-22T15:00:00Z"}
                """
                        .formatted(UUID.randomUUID(), Tokens.ROSA));
        var browser = browser();

        var sent = send(browser, browser.open(APURIMAC));
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
    void asksRegistrationServiceWithWhatWasTyped() {
        registered();

        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.key()).matches("[A-Za-z0-9_-]{16,64}");
                    assertThat(request.token()).isNull();
                    assertThat(request.body())
                            .contains("\"address\":\"rosa@example.org\"")
                            .contains("\"name\":\"Rosa Quispe\"")
                            .contains("\"language\":\"en\"")
                            .contains("\"timeZone\":\"Europe/Madrid\"")
                            .contains(FIRST_PLENARY.toString())
                            .contains(SECOND_PLENARY.toString());
                });
    }

    @Test
    void hidesTheChallengeFromScripts() {
        answersPending();
        var browser = browser();

        var sent = send(browser, browser.open(APURIMAC));

        assertThat(sent.setCookies())
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie ->
                        cookie.startsWith("tinkuy-challenge=" + CHALLENGE + ".c2VjcmV0;")
                                && cookie.contains("Max-Age=600"));
    }

    @Test
    void keepsTheKeyWhenAFormIsSentAgainAndChangesItWithTheContent() {
        answersPending();
        var browser = browser();
        var form = browser.open(APURIMAC);

        send(browser, form);
        send(browser, form);
        browser.post(
                APURIMAC,
                "key",
                form.field("key"),
                "name",
                "Iván Núñez",
                "address",
                "ivan@example.org",
                "session",
                FIRST_PLENARY.toString());

        var keys =
                registrations.requests("POST /api/registrations").stream()
                        .map(StubServices.Request::key)
                        .toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void asksAnewWhenTheStoredAnswerIsOver() {
        answersPending(SitePagesTests.NOW.minusSeconds(1));
        var browser = browser();

        send(browser, browser.open(APURIMAC));

        assertThat(registrations.requests("POST /api/registrations"))
                .hasSize(2)
                .extracting(StubServices.Request::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsWhatWasTypedWhenTheServiceIsAway() {
        registrations.answers("POST /api/registrations", 503, "{}");
        var browser = browser();
        var form = browser.open(APURIMAC);

        var failed = send(browser, form);

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.html())
                .contains("You will not be registered twice")
                .contains("value=\"Rosa Quispe\"")
                .contains("value=\"rosa@example.org\"")
                .containsPattern("value=\"" + FIRST_PLENARY + "\"[^>]*checked");
        assertThat(failed.field("key")).isEqualTo(form.field("key"));

        answersPending();
        assertThat(send(browser, failed).status()).isEqualTo(303);
    }

    @Test
    void saysWhenVeryManyRegisterAtOnce() {
        registrations.answers(
                "POST /api/registrations", 503, "{\"type\":\"urn:tinkuy:problem:overloaded\"}");
        var browser = browser();

        assertThat(send(browser, browser.open(APURIMAC)).html()).contains("Nothing is lost");
    }

    @Test
    void doesNotWaitForEverForAnAnswer() {
        registrations.answersLate("POST /api/registrations", Duration.ofSeconds(60), "{}");
        var browser = browser();

        assertThat(send(browser, browser.open(APURIMAC)).status()).isEqualTo(503);
    }

    @Test
    void putsWordsBesideTheFieldThatIsWrong() {
        registrations.answers(
                "POST /api/registrations",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","status":400,
                 "errors":[{"field":"address","code":"invalid-address","detail":"x"},
                           {"field":"name","code":"something-new","detail":"y"},
                           {"field":"sessionIds[1]","code":"unknown-session"}]}
                """);
        var browser = browser().speaking("es");

        var page = send(browser, browser.open(APURIMAC));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .containsPattern("id=\"address\"[^>]*aria-invalid=\"true\"")
                .containsPattern(
                        "id=\"address\"[^>]*aria-describedby=\"address-fault address-hint\"")
                .containsPattern("id=\"address-fault\"")
                .contains("No es un correo al que podamos escribir")
                .contains("Esto no parece correcto.")
                .contains("ya no está abierta")
                .contains("value=\"Rosa Quispe\"");
    }

    @Test
    void saysSoWhenNothingIsChosen() {
        registrations.answers(
                "POST /api/registrations",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"sessionIds","code":"required"}]}
                """);

        var page = browser().post(APURIMAC, "name", "Rosa", "address", "rosa@example.org");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("id=\"sessions-fault\"")
                .contains("Choose at least one session.");
    }

    @Test
    void ignoresSessionsThatThePageDoesNotOffer() {
        answersPending();

        browser()
                .post(
                        APURIMAC,
                        "session",
                        INVITED_WORKSHOP.toString(),
                        "session",
                        "' or 1=1",
                        "session",
                        FIRST_PLENARY.toString());

        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body())
                                .contains("\"sessionIds\":[\"" + FIRST_PLENARY + "\"]"));
    }

    @Test
    void saysWhyARuleRefused() {
        registrations.answers(
                "POST /api/registrations", 409, "{\"type\":\"urn:tinkuy:problem:session-ended\"}");
        var browser = browser();

        assertThat(send(browser, browser.open(APURIMAC)).html())
                .contains("One of these sessions is over");
    }

    @Test
    void escapesWhatTheVisitorTyped() {
        registrations.answers("POST /api/registrations", 503, "");

        assertThat(
                        browser()
                                .post(
                                        APURIMAC,
                                        "name",
                                        "\"><script>alert(1)</script>",
                                        "session",
                                        FIRST_PLENARY.toString())
                                .html())
                .contains("&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        var page = browser().post(APURIMAC, "name", "x".repeat(100_000));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.html()).contains("This is too much");
    }

    @Test
    void registersWhoeverIsSignedInWithoutAskingForAnAddress() {
        registrations.answers(
                "POST /api/registrations",
                201,
                """
                {"registrations":[{"id":"%s","sessionId":"%s","status":"waitlisted","position":3}]}
                """
                        .formatted(UUID.randomUUID(), FIRST_PLENARY));
        var token = Tokens.attendee();
        var browser = browser().signedIn(token);

        var form = browser.open(APURIMAC);
        var sent =
                browser.post(
                        APURIMAC, "key", form.field("key"), "session", FIRST_PLENARY.toString());

        assertThat(form.html()).doesNotContain("id=\"address\"").contains("Sign out");
        assertThat(sent.header("Location")).isEqualTo("/registrations?done=registered");
        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .extracting(StubServices.Request::token)
                .isEqualTo("Bearer " + token);
    }

    @Test
    void showsWhoeverIsSignedInWhatTheyAlreadyHave() {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"confirmed"}]
                """
                        .formatted(UUID.randomUUID(), FIRST_PLENARY, Schedules.HEADING_TO_PERUMIN));

        assertThat(browser().signedIn(Tokens.attendee()).open(APURIMAC).html())
                .contains("You are registered")
                .doesNotContain("value=\"" + FIRST_PLENARY + "\"")
                .contains("value=\"" + SECOND_PLENARY + "\"");
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
                "POST /api/sign-ins",
                202,
                """
                {"challengeId":"%s","browserSecret":"b3RoZXI","expiresAt":"%s"}
                """
                        .formatted(UUID.randomUUID(), SitePagesTests.NOW.plusSeconds(600)));

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
                .contains("A seat is held for you");
        assertThat(registrations.requests("POST /api/sign-ins"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("rosa@example.org"));
    }

    @Test
    void keepsTheAddressWhenAnotherCodeCannotBeSent() {
        var browser = registered();
        registrations.answers("POST /api/sign-ins", 503, "");

        var away = browser.post("/sign-in/code/again");
        registrations.answers(
                "POST /api/sign-ins", 429, "{\"type\":\"urn:tinkuy:problem:too-many-requests\"}");
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
