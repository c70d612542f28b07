package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.APURIMAC;
import static org.tinkuy.site.Registering.CHALLENGE;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.INVITED_WORKSHOP;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class RegisteringTests {

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

    /// An empty text would be an address that is none.
    @Test
    void sendsNoAddressWhereNoneWasTyped() {
        Registering.isAnsweredWithACode(registrations);
        var browser = browser();
        browser.open(APURIMAC);

        browser.post(APURIMAC, "name", "Rosa", "address", " ", "session", FIRST_PLENARY.toString());

        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).doesNotContain("\"address\":\""));
    }

    @Test
    void tellsFromWhichNetworkSomebodyRegisters() {
        Registering.isAnsweredWithACode(registrations);

        Registering.openAndSend(browser().with("X-Forwarded-For", "203.0.113.7"));

        assertThat(registrations.requests("POST /api/registrations"))
                .extracting(StubServices.Request::client)
                .containsExactly("203.0.113.7");
    }

    @Test
    void saysWhyADomainIsReadInTwoWays() {
        registrations.answers(
                "POST /api/registrations",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"address","code":"invalid-address","value":"ß"}]}
                """);

        assertThat(Registering.openAndSend(browser()).html())
                .contains("Write it in its form that begins with xn--");
    }

    @Test
    void hidesTheChallengeFromScripts() {
        Registering.isAnsweredWithACode(registrations);
        var browser = browser();

        var sent = Registering.openAndSend(browser);

        assertThat(sent.setCookies())
                .hasSize(3)
                .allMatch(cookie -> cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie ->
                        cookie.startsWith("tinkuy-challenge=" + CHALLENGE + ".c2VjcmV0;")
                                && cookie.contains("Max-Age=3600"));
    }

    @Test
    void keepsWhatWasTypedWhenTheServiceIsAway() {
        registrations.answers("POST /api/registrations", 503, "{}");
        var browser = browser();
        browser.open(APURIMAC);

        var failed = Registering.send(browser);

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.html())
                .contains("You will not be registered twice")
                .contains("value=\"Rosa Quispe\"")
                .contains("value=\"rosa@example.org\"")
                .containsPattern("value=\"" + FIRST_PLENARY + "\"[^>]*checked");
        Registering.isAnsweredWithACode(registrations);
        assertThat(Registering.send(browser).status()).isEqualTo(303);
        assertThat(registrations.requests("POST /api/registrations"))
                .extracting(StubServices.Request::key)
                .hasSizeGreaterThan(1)
                .containsOnly(registrations.requests("POST /api/registrations").getFirst().key());
    }

    @Test
    void saysWhenVeryManyRegisterAtOnce() {
        registrations.answers(
                "POST /api/registrations", 503, "{\"type\":\"urn:tinkuy:problem:overloaded\"}");
        var browser = browser();

        assertThat(Registering.openAndSend(browser).html()).contains("Nothing is lost");
    }

    @Test
    void doesNotWaitForEverForAnAnswer() {
        registrations.answersLate("POST /api/registrations", Duration.ofSeconds(60), "{}");
        var browser = browser();

        assertThat(Registering.openAndSend(browser).status()).isEqualTo(503);
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

        var page = Registering.openAndSend(browser);

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
        Registering.isAnsweredWithACode(registrations);

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

        assertThat(Registering.openAndSend(browser).html())
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
        var sent = browser.post(APURIMAC, "session", FIRST_PLENARY.toString());

        assertThat(form.html()).doesNotContain("id=\"address\"").contains("Sign out");
        assertThat(sent.header("Location")).isEqualTo("/registrations?done=registered");
        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .extracting(StubServices.Request::token)
                .isEqualTo("Bearer " + token);
    }

    @Test
    void asksWhoeverIsSignedInForANameThatWasNeverTold() {
        isKnownAs("");
        registrations.answers("POST /api/registrations", 201, "{\"registrations\":[]}");
        var browser = browser().signedIn(Tokens.attendee());

        var form = browser.open(APURIMAC);
        browser.post(APURIMAC, "name", "Rosa Quispe", "session", FIRST_PLENARY.toString());

        assertThat(form.html()).contains("id=\"name\"").doesNotContain("id=\"address\"");
        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("Rosa Quispe"));
        isKnownAs("Rosa Quispe");
        assertThat(browser.open(APURIMAC).html()).doesNotContain("id=\"name\"");
    }

    @Test
    void asksForTheNameWhereTheServiceMissesIt() {
        registrations.answers(
                "POST /api/registrations",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"required"}]}
                """);

        var page =
                browser()
                        .signedIn(Tokens.attendee())
                        .post(APURIMAC, "session", FIRST_PLENARY.toString());

        assertThat(page.html()).contains("id=\"name\"").contains("Enter your name.");
    }

    /// A page that was opened before signing in, found again by going back.
    @Test
    void registersAnotherPersonFromAnOldPageByACodeOfTheirOwn() {
        isKnownAs("Rosa Quispe");
        Registering.isAnsweredWithACode(registrations);
        var browser = browser().signedIn(Tokens.attendee());

        var sent =
                browser.post(
                        APURIMAC,
                        "name",
                        "Luz Mamani",
                        "address",
                        "luz@example.org",
                        "session",
                        FIRST_PLENARY.toString());

        assertThat(sent.header("Location")).isEqualTo("/sign-in/code");
        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.token()).isNull();
                    assertThat(request.body()).contains("Luz Mamani", "luz@example.org");
                });
    }

    @Test
    void registersOneselfFromAnOldPageWithoutAnotherCode() {
        isKnownAs("Rosa Quispe");
        registrations.answers("POST /api/registrations", 201, "{\"registrations\":[]}");

        var sent = Registering.send(browser().signedIn(Tokens.attendee()));

        assertThat(sent.header("Location")).isEqualTo("/registrations?done=registered");
    }

    @Test
    void keepsTheWordsOfAnOldPageThatIsRefused() {
        isKnownAs("Rosa Quispe");
        registrations.answers(
                "POST /api/registrations",
                401,
                "{\"type\":\"urn:tinkuy:problem:unauthenticated\"}");
        var ranOut = Registering.send(browser());
        registrations.answers(
                "POST /api/registrations", 409, "{\"type\":\"urn:tinkuy:problem:new\"}");
        var refused =
                browser()
                        .signedIn(Tokens.attendee())
                        .post(
                                APURIMAC,
                                "name",
                                "Luz Mamani",
                                "address",
                                "luz@example.org",
                                "session",
                                FIRST_PLENARY.toString());

        assertThat(ranOut.html())
                .contains("press the button again")
                .contains("value=\"rosa@example.org\"");
        assertThat(refused.html())
                .contains("value=\"Luz Mamani\"")
                .contains("value=\"luz@example.org\"")
                .containsPattern("value=\"" + FIRST_PLENARY + "\"[^>]*checked")
                .doesNotContain("reload");
    }

    private void isKnownAs(String name) {
        registrations.answers(
                "GET /api/attendees/me",
                200,
                "{\"address\":\"rosa@example.org\",\"name\":\"%s\"}".formatted(name));
    }

    @Test
    void tellsTheSignedInWhatBecameOfIt() {
        registrations.answers(
                "POST /api/registrations",
                201,
                """
                {"registrations":[{"sessionId":"%s","status":"confirmed"},
                                  {"sessionId":"%s","status":"waitlisted","position":3}]}
                """
                        .formatted(FIRST_PLENARY, SECOND_PLENARY));
        registrations.answers(
                "GET /api/attendees/me/registrations", 200, own("confirmed", "waitlisted"));
        var browser = browser().signedIn(Tokens.attendee());

        var page = browser.follow(browser.post(APURIMAC, "session", FIRST_PLENARY.toString()));

        assertThat(page.html())
                .contains("You are registered.")
                .contains("You are on the waiting list.");

        registrations.answers(
                "GET /api/attendees/me/registrations", 200, own("cancelled", "confirmed"));
        assertThat(browser.open("/registrations?done=registered").html())
                .as("come back to when it no longer holds")
                .doesNotContain("You are registered.")
                .doesNotContain("You are on the waiting list.");
    }

    private static String own(String first, String second) {
        return """
        [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"%s"},
         {"id":"%s","sessionId":"%s","programmeId":"%s","status":"%s"}]
        """
                .formatted(
                        UUID.randomUUID(),
                        FIRST_PLENARY,
                        Schedules.HEADING_TO_PERUMIN,
                        first,
                        UUID.randomUUID(),
                        SECOND_PLENARY,
                        Schedules.HEADING_TO_PERUMIN,
                        second);
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
}
