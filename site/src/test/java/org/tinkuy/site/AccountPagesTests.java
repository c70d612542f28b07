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
import org.tinkuy.site.programme.PublishedSchedule;

@SiteTest
class AccountPagesTests {

    private static final UUID OWN = UUID.fromString("0195a1c0-0000-7000-8000-0000000000a1");

    @LocalServerPort int port;
    @Autowired StubServices registrations;
    @Autowired PublishedSchedule schedule;

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
    void hasNoSoftHyphenInATitle() {
        hasRegistrations();

        assertThat(
                        new Browser(port)
                                .speaking("qu")
                                .signedIn(Tokens.attendee())
                                .open("/registrations")
                                .html())
                .contains("<title>Qillqachikuyniykuna · Tinkuy</title>");
    }

    @Test
    void aLineMayEndWithinALongWordOfAHeadingInQuechua() {
        hasRegistrations();

        assertThat(
                        new Browser(port)
                                .speaking("qu")
                                .signedIn(Tokens.attendee())
                                .open("/registrations")
                                .html())
                .contains(">Calen\u00ADda\u00ADrioykipi</h2>")
                .contains("<a href=\"/registrations\"");
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
                    confirmed  | 12 | 2 | Your seat goes to the next person
                    confirmed  | 12 | 0 | You can register again later
                    confirmed  | 42 | 0 | You can register again later
                    waitlisted | 12 | 2 | You lose your place on the waiting list
                    pending    | 12 | 2 | no longer held for you
                    """)
    void promisesTheSeatToNobodyWhoDoesNotGetIt(
            String status, String session, int waiting, String words) {
        var id = "0195a1c0-0000-7000-8000-0000000000" + session;
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"%s"}]
                """
                        .formatted(OWN, id, HEADING_TO_PERUMIN, status));
        registrations.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"taken\":3,\"waiting\":%s}]".formatted(id, waiting));

        assertThat(attendee().open("/registrations/" + OWN + "/cancellation").html())
                .contains(words);
    }

    @Test
    void promisesTheSeatToNobodyWhileItIsNotKnownWhoWaits() {
        hasRegistrations();
        registrations.answers("GET /api/seats", 503, "");

        assertThat(attendee().open("/registrations/" + OWN + "/cancellation").html())
                .contains("You can register again later")
                .doesNotContain("next person");
    }

    /// Two who share an address may be registered for the same session.
    @Test
    void asksWhoseRegistrationIsToBeCancelled() {
        var other = UUID.fromString("0195a1c0-0000-7000-8000-0000000000a2");
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%1$s","sessionId":"%3$s","programmeId":"%4$s","name":"Rosa Quispe","status":"confirmed"},
                 {"id":"%2$s","sessionId":"%3$s","programmeId":"%4$s","name":"Inti Quispe","status":"confirmed"}]
                """
                        .formatted(OWN, other, FIRST_PLENARY, HEADING_TO_PERUMIN));

        assertThat(attendee().open("/registrations/" + OWN + "/cancellation").html())
                .contains("Rosa Quispe")
                .doesNotContain("Inti Quispe");
        assertThat(attendee().open("/registrations/" + other + "/cancellation").html())
                .contains("Inti Quispe")
                .doesNotContain("Rosa Quispe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /registrations/0195a1c0-0000-7000-8000-0000000000a1/cancellation | To cancel a registration, sign in
                    /registrations/details                                           | the page that you asked for opens
                    """)
    void saysWhatSigningInIsFor(String page, String why) {
        var browser = browser();

        assertThat(browser.follow(browser.open(page)).html()).contains(why);
        assertThat(browser.open("/sign-in").html()).doesNotContain(why);
    }

    @Test
    void saysOnceThatASessionAndItsRegistrationAreCancelled() {
        var id = UUID.randomUUID();
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "kind": "workshop", "timeZone": "America/Lima",
                         "cancelled": {}, "version": 1}
                        """
                                .formatted(id, HEADING_TO_PERUMIN)),
                1);
        try {
            registrations.answers(
                    "GET /api/attendees/me/registrations",
                    200,
                    """
                    [{"id":"%s","sessionId":"%s","programmeId":"%s","status":"cancelled"}]
                    """
                            .formatted(OWN, id, HEADING_TO_PERUMIN));

            assertThat(attendee().open("/registrations").html()).containsOnlyOnce(">Cancelled<");
        } finally {
            schedule.withdrawSession(id, 2L, null);
        }
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
