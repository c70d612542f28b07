package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class DeliveryPagesTests {

    private static final String DELIVERY = "0195a1c0-0000-7000-8000-0000000000d1";
    private static final String PAGE = "/organiser/deliveries?programme=" + HEADING_TO_PERUMIN;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void oneFailedAndOneWaits() {
        services.reset();
        services.answers(
                "GET /api/deliveries/counts",
                200,
                """
                {"waiting":0,"ready":1,"paused":0,"sending":0,"sent":4321,"failed":1,"expired":0,
                 "unknown":0}
                """);
        services.answers(
                "GET /api/deliveries",
                200,
                """
                {"items":[
                  {"id":"%s","recipientId":"%s","recipient":{"name":"<i>Ana</i>",
                   "address":"ana@example.org"},"kind":"reminder-24h","about":[],"state":"failed",
                   "createdAt":"2026-11-22T13:00:00Z","attempts":1,
                   "endedAt":"2026-11-22T13:01:00Z","reason":"550 no such user <address>",
                   "retryable":true},
                  {"id":"0195a1c0-0000-7000-8000-0000000000d2","recipientId":"%s",
                   "kind":"something-newer","about":[],"state":"ready",
                   "createdAt":"2026-11-22T13:00:00Z","nextAttemptAt":"2026-11-22T14:30:00Z",
                   "attempts":2,"reason":"421 busy","retryable":false}],
                 "next":"d2"}
                """
                        .formatted(DELIVERY, DELIVERY, DELIVERY));
    }

    private Browser organiser(String... roles) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(roles));
    }

    @Test
    void showsWhatBecameOfEachMessageAndWhy() {
        var page = organiser("owner:*").open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("<b>4321</b> <span>Sent</span>")
                .contains("&lt;i&gt;Ana&lt;/i&gt;", "ana@example.org")
                .contains("550 no such user &lt;address&gt;")
                .contains("Reminder, a day before")
                .contains("something-newer", "again Sun 22 Nov, 09:30")
                .contains("after=d2")
                .contains("Try the failed one again")
                .doesNotContain("??");
        assertThat(page.html().split("scope=\"row\"", -1)).as("two, each once").hasSize(3);
    }

    @Test
    void saysOfWhichSessionOrIssueAMessageIs() {
        services.answers(
                "GET /api/deliveries",
                200,
                """
                {"items":[
                  {"id":"%s","recipientId":"%s","kind":"registration-cancelled","about":["%s"],
                   "sessionIds":["%s"],"state":"sent","createdAt":"2026-11-22T13:00:00Z",
                   "attempts":1,"retryable":false},
                  {"id":"%s","recipientId":"%s","kind":"reminder-24h","about":["%s"],
                   "state":"sent","createdAt":"2026-11-22T13:00:00Z","attempts":1,
                   "retryable":false},
                  {"id":"%s","recipientId":"%s","kind":"campaign","about":["%s"],
                   "state":"sent","createdAt":"2026-11-22T13:00:00Z","attempts":1,
                   "retryable":false}]}
                """
                        .formatted(
                                UUID.randomUUID(),
                                DELIVERY,
                                UUID.randomUUID(),
                                Schedules.FIRST_PLENARY,
                                UUID.randomUUID(),
                                DELIVERY,
                                Schedules.SECOND_PLENARY,
                                UUID.randomUUID(),
                                DELIVERY,
                                DELIVERY));

        assertThat(organiser("owner:*").open(PAGE).html())
                .containsPattern("Cancellation<span class=\"of\"> · <span>Plenary 1</span>, Wed")
                .containsPattern(
                        "Reminder, a day before<span class=\"of\"> · <span>Plenary 2</span>, Thu")
                .contains("<a href=\"/organiser/campaigns/" + DELIVERY + "\">See the issue</a>");
    }

    @Test
    void passesTheFilterOn() {
        organiser("owner:*").open(PAGE + "&state=failed&kind=campaign&after=x");
        organiser("owner:*").open(PAGE + "&state=&kind=");

        assertThat(services.requests("GET /api/deliveries"))
                .extracting(StubServices.Request::path)
                .containsExactly(
                        "/api/deliveries?programmeId="
                                + HEADING_TO_PERUMIN
                                + "&state=failed&kind=campaign&after=x",
                        "/api/deliveries?programmeId=" + HEADING_TO_PERUMIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organiser/deliveries?programme=heading-to-perumin",
                "/organiser/deliveries?state=nonsense",
                "/organiser/deliveries?kind=nonsense"
            })
    void showsNothingElseWhereWhatIsAskedForIsNotThere(String page) {
        assertThat(organiser("owner:*").open(page).status()).isEqualTo(404);
    }

    @Test
    void triesOneOrAllOfTheFailedAgain() {
        services.answers(
                "POST /api/deliveries/" + DELIVERY + "/retry", 200, "{\"state\":\"ready\"}");
        services.answers("POST /api/deliveries/retry", 200, "{\"retried\":1}");
        var organiser = organiser("owner:*");
        var programme = HEADING_TO_PERUMIN.toString();

        var one =
                organiser.follow(
                        organiser.post(
                                "/organiser/deliveries/" + DELIVERY + "/retry",
                                "programme",
                                programme));
        organiser.post("/organiser/deliveries/retry", "programme", programme);

        assertThat(one.html()).contains("It will be tried again in a moment.");
        assertThat(services.requests("POST /api/deliveries/" + DELIVERY + "/retry")).hasSize(1);
        assertThat(services.requests("POST /api/deliveries/retry").getFirst().body())
                .isEqualTo("{\"programmeId\":\"" + programme + "\",\"state\":\"failed\"}");
    }

    @Test
    void saysWhatIsNotTriedAgainAndWhy() {
        services.answers(
                "POST /api/deliveries/retry",
                200,
                """
                {"retried":2,"skipped":{"suppressed":7,"notKnown":1,"tooLate":0,"newer":4}}
                """);
        var organiser = organiser("owner:*");

        var page =
                organiser.follow(
                        organiser.post(
                                "/organiser/deliveries/retry",
                                "programme",
                                HEADING_TO_PERUMIN.toString()));

        assertThat(page.html())
                .contains("2 messages will be tried again in a moment.")
                .contains("7: a mail server refused the addresses for good")
                .contains("1: the person was erased")
                .doesNotContain("too late to be of use", "4:", "??");
        assertThat(organiser.open(PAGE + "&done=retried-many&retried=x&suppressed=-1").html())
                .contains("Nothing can be tried again now.")
                .doesNotContain("for good");
    }

    @Test
    void saysWhatWaitsUntilAPausedIssueGoesOn() {
        services.answers(
                "POST /api/deliveries/" + DELIVERY + "/retry", 200, "{\"state\":\"paused\"}");
        services.answers(
                "POST /api/deliveries/retry", 200, "{\"retried\":0,\"held\":13,\"skipped\":{}}");
        var organiser = organiser("owner:*");
        var programme = HEADING_TO_PERUMIN.toString();
        var retry = "/organiser/deliveries/retry";

        var one =
                organiser.follow(
                        organiser.post(
                                "/organiser/deliveries/" + DELIVERY + "/retry",
                                "programme",
                                programme));
        var all = organiser.follow(organiser.post(retry, "programme", programme));

        assertThat(one.html())
                .contains("It waits until the issue continues, which is paused.")
                .doesNotContain("in a moment");
        assertThat(all.html())
                .contains("13 messages wait until the issue continues, which is paused.")
                .doesNotContain("Nothing can be tried again now.");
    }

    @Test
    void isForOrganisersOnly() {
        assertThat(new Browser(port).open(PAGE).status()).isEqualTo(303);
        assertThat(organiser().open(PAGE).status()).isEqualTo(403);
        assertThat(organiser("owner:*").post("/organiser/deliveries/x/retry").status())
                .isEqualTo(404);
    }
}
