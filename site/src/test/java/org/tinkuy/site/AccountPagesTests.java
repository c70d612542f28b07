package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.DIALOGUE_WITHOUT_A_DATE;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class AccountPagesTests {

    private static final UUID OWN = UUID.fromString("0195a1c0-0000-7000-8000-0000000000a1");

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void upstreamIsQuiet() {
        registrations.reset();
    }

    private Browser browser() {
        return new Browser(port).speaking("en");
    }

    private Browser attendee() {
        return browser().signedIn(Tokens.attendee());
    }

    private void hasRegistrations() {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"confirmed"},
                 {"id":"%s","sessionId":"%s","programmeId":"%s","status":"waitlisted","position":3},
                 {"id":"%s","sessionId":"%s","programmeId":"%s","status":"cancelled"},
                 {"id":"%s","sessionId":"%s","programmeId":"%s","status":"confirmed"}]
                """
                        .formatted(
                                OWN,
                                FIRST_PLENARY,
                                HEADING_TO_PERUMIN,
                                UUID.randomUUID(),
                                SECOND_PLENARY,
                                HEADING_TO_PERUMIN,
                                UUID.randomUUID(),
                                DIALOGUE_WITHOUT_A_DATE,
                                HEADING_TO_PERUMIN,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                HEADING_TO_PERUMIN));
    }

    @Test
    void listsOnesRegistrations() {
        hasRegistrations();

        var page = attendee().open("/registrations?done=confirmed");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("Your address is confirmed")
                .contains("Plenary 1")
                .contains("Confirmed")
                .contains("Waiting list: number 3")
                .contains("Cancelled")
                .contains("This session is no longer published.")
                .contains("/registrations/" + OWN + "/cancellation")
                .doesNotContain("??");
    }

    @Test
    void showsNoBannerThatALinkInvented() {
        hasRegistrations();

        assertThat(attendee().open("/registrations?done=site.footer").html())
                .doesNotContain("role=\"status\"");
    }

    @Test
    void asksBeforeItCancels() {
        hasRegistrations();
        registrations.answers("POST /api/registrations/" + OWN + "/cancellation", 200, "{}");
        var browser = attendee();

        var asked = browser.open("/registrations/" + OWN + "/cancellation");
        var cancelled = browser.post("/registrations/" + OWN + "/cancellation");

        assertThat(asked.html()).contains("Cancel this registration?").contains("Plenary 1");
        assertThat(browser.follow(cancelled).html()).contains("The registration is cancelled.");
    }

    @Test
    void speaksOfNoSeatThatIsGivenBackWhereSeatsAreNotLimited() {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"pending"}]
                """
                        .formatted(OWN, DIALOGUE_WITHOUT_A_DATE, HEADING_TO_PERUMIN));

        assertThat(attendee().open("/registrations/" + OWN + "/cancellation").html())
                .contains("You can register again later")
                .doesNotContain("seat");
    }

    /// No page comes of asking for the address of a form again.
    @Test
    void promisesNoSecondTryOfWhatWasSent() {
        registrations.answers("POST /api/registrations/" + OWN + "/cancellation", 503, "");

        var away = attendee().post("/registrations/" + OWN + "/cancellation");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Refresh")).isNull();
        assertThat(away.html())
                .contains("Go back to the page before and send it again in a moment.")
                .doesNotContain("by itself");
    }

    @Test
    void saysThatNothingIsLeftToCancel() {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"cancelled"}]
                """
                        .formatted(OWN, FIRST_PLENARY, HEADING_TO_PERUMIN));
        var browser = attendee();

        var again = browser.follow(browser.open("/registrations/" + OWN + "/cancellation"));

        assertThat(again.html()).contains("There is nothing left to cancel");
    }

    @Test
    void saysThatTheCalendarIsMissingWhereItsAddressIsLate() {
        hasRegistrations();
        registrations.answers("GET /api/attendees/me/calendar", 503, "");

        assertThat(attendee().open("/registrations").html())
                .contains("In your calendar")
                .contains("The address of your calendar is missing for now");
    }

    /// Neither a seat for the next one where nobody waits, nor one where none was had.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    confirmed  | 12 | Your seat goes to the next person
                    confirmed  | 42 | You can register again later
                    waitlisted | 12 | You lose your place on the waiting list
                    pending    | 12 | no longer held for you
                    """)
    void promisesTheSeatToNobodyWhoDoesNotGetIt(String status, String session, String words) {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"0195a1c0-0000-7000-8000-0000000000%s","programmeId":"%s","status":"%s"}]
                """
                        .formatted(OWN, session, HEADING_TO_PERUMIN, status));

        assertThat(attendee().open("/registrations/" + OWN + "/cancellation").html())
                .contains(words);
    }

    @Test
    void doesNotCancelWhatIsNotOnes() {
        hasRegistrations();

        assertThat(
                        attendee()
                                .open("/registrations/" + UUID.randomUUID() + "/cancellation")
                                .status())
                .isEqualTo(404);
        assertThat(
                        attendee()
                                .post("/registrations/" + UUID.randomUUID() + "/cancellation")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void asksToSignInFirstAndComesBack() {
        registrations.answers(
                "POST /api/sign-ins",
                202,
                """
                {"challengeId":"0195a1c0-0000-7000-8000-000000000998","browserSecret":"eA",
                 "expiresAt":"%s"}
                """
                        .formatted(SitePagesTests.NOW.plusSeconds(600)));
        registrations.answers(
                "POST /api/sign-ins/0195a1c0-0000-7000-8000-000000000998/confirmation",
                201,
                "{\"token\":\"t\",\"expiresAt\":\"2027-01-22T15:00:00Z\"}");
        var browser = browser();

        var signIn = browser.follow(browser.open("/organiser"));
        var code =
                browser.follow(
                        browser.post(
                                "/sign-in",
                                "next",
                                signIn.field("next"),
                                "address",
                                "organiser@example.org"));
        var done = browser.post("/sign-in/code", "next", code.field("next"), "code", "123456");

        assertThat(done.header("Location")).isEqualTo("/organiser");
    }

    /// Who signed in is known with the request after that.
    @Test
    void landsWhereWhoeverCameForNothingElseIsAtHome() {
        var form = browser().open("/sign-in");

        assertThat(form.field("next")).isEqualTo("/sign-in/done");
        assertThat(landed(attendee())).isEqualTo("/registrations");
        assertThat(landed(organiser("organiser:*"))).isEqualTo("/organiser");
        assertThat(landed(organiser("editor:*"))).isEqualTo("/organiser/campaigns");
        assertThat(landed(browser())).startsWith("/sign-in?next=");
    }

    @Test
    void theHeaderLeadsAnEditorToWhatAnEditorMayOpen() {
        assertThat(organiser("organiser:*").open("/time-zone").html())
                .contains("<a href=\"/organiser\"");
        assertThat(organiser("editor:*").open("/time-zone").html())
                .contains("<a href=\"/organiser/campaigns\"");
        assertThat(attendee().open("/time-zone").html()).doesNotContain("/organiser");
    }

    private Browser organiser(String role) {
        return browser().signedIn(Tokens.organiser(role));
    }

    private static String landed(Browser browser) {
        return String.valueOf(browser.open("/sign-in/done").header("Location"));
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        registrations.answers(
                "POST /api/sign-ins", 400, "{\"type\":\"urn:tinkuy:problem:invalid-request\"}");

        assertThat(browser().post("/sign-in", "address", "rosa@").html())
                .contains("This is not an e-mail address")
                .contains("value=\"rosa@\"");
        assertThat(browser().post("/sign-in", "address", "").html())
                .contains("Enter your e-mail address.");
    }

    @Test
    void keepsTheAddressWhenTheServiceIsAway() {
        registrations.answers("POST /api/sign-ins", 503, "");

        var page = browser().post("/sign-in", "address", "rosa@example.org");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).contains("value=\"rosa@example.org\"");
    }

    @Test
    void signsOut() {
        registrations.answers("DELETE /api/device-sessions/current", 204, "");
        var browser = attendee().cookie("tinkuy", "opaque");

        var left = browser.post("/sign-out");

        assertThat(left.header("Location")).isEqualTo("/");
        assertThat(browser.has("tinkuy")).isFalse();
        assertThat(registrations.requests("DELETE /api/device-sessions/current"))
                .singleElement()
                .satisfies(request -> assertThat(request.token()).startsWith("Bearer "));
    }

    @Test
    void saysThatItSignedOutInTheBrowserOnlyWhenTheServiceIsAway() {
        registrations.answers("DELETE /api/device-sessions/current", 503, "");
        var browser = attendee().cookie("tinkuy", "opaque");

        var left = browser.post("/sign-out");

        assertThat(browser.has("tinkuy")).isFalse();
        assertThat(browser().follow(left).html())
                .contains("Signed out in this browser only")
                .contains("thirty days")
                .contains("/sign-in?next=/registrations/devices")
                .doesNotContain("??");
    }

    /// The gateway could not tell whose cookie it is, so nobody could end the session.
    @Test
    void saysSoTooWhenNobodyCouldTellWhoSignsOut() {
        var browser = browser().with("X-Tinkuy-Identity", "untold").cookie("tinkuy", "opaque");

        var left = browser.post("/sign-out");

        assertThat(browser.has("tinkuy")).isFalse();
        assertThat(browser().follow(left).html()).contains("Signed out in this browser only");
    }

    @Test
    void aStrangerWhoSignsOutReadsNothingOfIt() {
        assertThat(browser().post("/sign-out").header("Location")).isEqualTo("/");
    }

    @Test
    void recoversByItselfWhenTheServiceIsAway() {
        registrations.answers("GET /api/attendees/me/registrations", 503, "");

        var page = attendee().open("/registrations");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Refresh")).isEqualTo("10");
        assertThat(page.html()).contains("One moment, please").contains("Try again now");
    }

    @Test
    void readsATokenThatCannotBeVerifiedAsNone() {
        var page = browser().signedIn("not.a.token").open("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("Sign in");
    }

    @Test
    void triesAgainWhenATokenRanOutOnItsWay() {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                401,
                "{\"type\":\"urn:tinkuy:problem:unauthenticated\"}");

        var page = attendee().open("/registrations");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Refresh")).isEqualTo("10");
    }
}
