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

/// The pages of a code where another is asked for, mailed or not.
@SiteTest
class AnotherCodeTests {

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
    void saysThatNoCodeComesAndWhenOneDoes() {
        registrations.answers("POST /api/sign-ins", 202, unmailed(UUID.randomUUID(), 1830));
        var browser = browser();

        var page = browser.follow(browser.post("/sign-in", "address", "rosa@example.org"));

        assertThat(page.html())
                .contains("No more codes are sent for now")
                .contains("rosa@example.org")
                .contains("ask for another in 31 minutes")
                .doesNotContain("We sent")
                .doesNotContain("id=\"code\"")
                .doesNotContain("/sign-in/code/again")
                .doesNotContain("??");
    }

    /// After a hundred wrong answers it is a day.
    @Test
    void saysHowManyHoursItIs() {
        registrations.answers("POST /api/sign-ins", 202, unmailed(UUID.randomUUID(), 80_000));
        var browser = browser();

        assertThat(browser.follow(browser.post("/sign-in", "address", "rosa@example.org")).html())
                .contains("ask for another in 23 hours");
    }

    @Test
    void goesOnWithTheCodeThatCameWhereNoOtherIsMailed() {
        var browser = registered();
        registrations.answers(RENEWAL, 202, unmailed(UUID.randomUUID(), 1800));
        registrations.answers(
                CONFIRMATION, 201, "{\"token\":\"t\",\"expiresAt\":\"2027-01-22T15:00:00Z\"}");

        var page = browser.follow(browser.post("/sign-in/code/again"));
        var confirmed = browser.post("/sign-in/code", "code", "123456");

        assertThat(page.html())
                .contains("No more codes are sent for now")
                .contains("The last code that came is still good")
                .contains("id=\"code\"");
        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(registrations.requests(CONFIRMATION)).hasSize(1);
    }

    @Test
    void doesSoTooWhenTheAddressIsTypedOnceMore() {
        var first = "0195a1c0-0000-7000-8000-000000000998";
        registrations.answers(
                "POST /api/sign-ins",
                202,
                """
                {"challengeId":"%s","browserSecret":"eA","expiresAt":"%s"}
                """
                        .formatted(first, SitePagesTests.NOW.plusSeconds(600)));
        var browser = browser();
        browser.post("/sign-in", "address", "rosa@example.org");
        registrations.answers("POST /api/sign-ins", 202, unmailed(UUID.randomUUID(), 1800));

        var page = browser.follow(browser.post("/sign-in", "address", "Rosa@example.org"));
        browser.post("/sign-in/code", "code", "123456");

        assertThat(page.html()).contains("The last code that came is still good");
        assertThat(registrations.requests("POST /api/sign-ins/" + first + "/confirmation"))
                .hasSize(1);
    }

    private static String unmailed(UUID challenge, int seconds) {
        return """
        {"challengeId":"%s","browserSecret":"eA","expiresAt":"%s","notMailedUntil":"%s",
         "registrations":[]}
        """
                .formatted(
                        challenge,
                        SitePagesTests.NOW.plusSeconds(600),
                        SitePagesTests.NOW.plusSeconds(seconds));
    }

    /// The button does what the page said: the seat is held for as long as the new code is good.
    @Test
    void renewsTheRegistrationWhenAnotherCodeIsWanted() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION, 410, "{\"type\":\"urn:tinkuy:problem:challenge-over\"}");
        registrations.answers(
                RENEWAL,
                202,
                """
                {"challengeId":"%s","browserSecret":"b3RoZXI","expiresAt":"%s","registrations":[
                 {"sessionId":"%s","status":"pending","seat":"held","heldUntil":"%s"},
                 {"sessionId":"%s","status":"pending","seat":"not-held"}]}
                """
                        .formatted(
                                UUID.randomUUID(),
                                SitePagesTests.NOW.plusSeconds(600),
                                FIRST_PLENARY,
                                SitePagesTests.NOW.plusSeconds(200),
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
                .contains("A seat is held for you for 3 more minutes")
                .contains("Seats are left");
        assertThat(registrations.requests(RENEWAL))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("c2VjcmV0"));
        assertThat(registrations.requests("POST /api/registrations")).hasSize(1);
    }

    @Test
    void asksAsAtFirstWhereTheFormerCodeIsForgotten() {
        var browser = registered();
        registrations.answers(RENEWAL, 410, "{\"type\":\"urn:tinkuy:problem:challenge-over\"}");

        var again = browser.follow(browser.post("/sign-in/code/again"));

        assertThat(again.html()).contains("A new code is on its way");
        assertThat(registrations.requests("POST /api/sign-ins")).isEmpty();
        var requests = registrations.requests("POST /api/registrations");
        assertThat(requests)
                .hasSize(2)
                .extracting(StubServices.Request::key)
                .doesNotHaveDuplicates();
        assertThat(requests.getLast().body())
                .contains("rosa@example.org", "Rosa Quispe")
                .contains(FIRST_PLENARY.toString(), SECOND_PLENARY.toString());
    }

    @Test
    void keepsThePageWhenAnotherCodeCannotBeSent() {
        var browser = registered();
        registrations.answers(RENEWAL, 503, "");

        var away = browser.post("/sign-in/code/again");
        registrations.answers(RENEWAL, 429, "{\"type\":\"urn:tinkuy:problem:too-many-requests\"}");
        var tooMany = browser.post("/sign-in/code/again");
        registrations.answers(RENEWAL, 409, "{\"type\":\"urn:tinkuy:problem:session-ended\"}");
        var ended = browser.post("/sign-in/code/again");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html()).contains("rosa@example.org").contains("We cannot answer right now");
        assertThat(tooMany.html()).contains("Too many attempts").contains("name=\"code\"");
        assertThat(ended.html()).contains("One of these sessions is over");
    }

    @Test
    void saysThatANewerCodeWasAskedFor() {
        var browser = registered();
        var earlier = "0195a1c0-0000-7000-8000-000000000998";
        registrations.answers(CONFIRMATION, 409, "{\"type\":\"urn:tinkuy:problem:newer-code\"}");

        assertThat(browser.open("/sign-in/" + earlier + "?code=123456").html())
                .contains("You asked for a newer code")
                .doesNotContain("method=\"post\" action=\"/sign-in/");
        assertThat(browser.post("/sign-in/code", "code", "123456").html())
                .contains("You asked for a newer code")
                .contains("name=\"code\"")
                .doesNotContain("attempts left");
    }

    /// Typing again would be of no use, now or when the page is loaded once more.
    @Test
    void asksForAnotherCodeAfterTheLastAttempt() {
        var browser = registered();
        registrations.answers(
                CONFIRMATION,
                422,
                "{\"type\":\"urn:tinkuy:problem:wrong-code\",\"attemptsLeft\":0}");

        var page = browser.post("/sign-in/code", "code", "000000");

        assertThat(page.html())
                .contains("the code is used up", "action=\"/sign-in/code/again\"")
                .doesNotContain("name=\"code\"", "It is valid", "attempts left");
        assertThat(browser.open("/sign-in/code").html())
                .contains("no longer valid", "action=\"/sign-in/code/again\"")
                .doesNotContain("name=\"code\"", "It is valid");
        assertThat(browser.open("/sign-in/" + CHALLENGE + "?code=123456").html())
                .contains("no longer valid", "action=\"/sign-in/code/again\"");
    }
}
