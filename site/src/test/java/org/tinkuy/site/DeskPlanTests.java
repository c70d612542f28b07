package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.FIRST;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is drafted is published at a stated time.
@SiteTest
class DeskPlanTests {

    private static final String PAGE = DESK + "/changes";
    private static final String PLAN = API + "/publication/plan";
    private static final String REASON = "reason-" + FIRST + "-overlapping-plenaries";

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void somethingWasDrafted() {
        Drafted.told(services);
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"seen-1","changes":[
                  {"part":"session","id":"%s","change":"changed","title":null,"fields":[],
                   "objections":[{"field":"date","code":"overlapping-plenaries","detail":"x",
                     "answer":"reason","sessionIds":[]}]}]}
                """
                        .formatted(FIRST));
        services.answers("GET /api/seats", 200, "[]");
        planned("");
    }

    private void planned(String more) {
        var plan =
                """
                {"at":"2099-05-24T13:00:00Z","by":"%s","askedAt":"2027-05-20T16:30:00Z","outdated":%s%s}
                """;
        var of = UUID.randomUUID();
        services.answers("PUT " + PLAN, 200, plan.formatted(of, false, ""));
        services.answers(
                "GET " + PLAN, 200, plan.formatted(of, more.equals("outdated"), refused(more)));
    }

    private static String refused(String more) {
        return more.startsWith("{") ? ",\"refused\":" + more : "";
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void asksForTheTimeByTheClockOfTheProgramme() {
        assertThat(organiser().open(PAGE).html())
                .contains("Or at a stated time", "Peru", "formaction=\"" + PAGE + "/plan\"")
                .doesNotContain("??");
    }

    @Test
    void plansThePublicationWithTheAnswers() {
        var planned =
                organiser()
                        .post(
                                PAGE + "/plan",
                                "state",
                                "seen-1",
                                REASON,
                                "Two halls.",
                                "note",
                                "As agreed.",
                                "plan-date",
                                "2099-05-24",
                                "plan-time",
                                "08:00");

        assertThat(planned.header("Location")).endsWith(DESK + "?done=planned");
        assertThat(services.requests("PUT " + PLAN).getFirst().body())
                .isEqualTo(
                        """
                        {"at":"2099-05-24T13:00:00Z","state":"seen-1","override":{"%s":{"overlapping-plenaries":"Two halls."}},"meant":{},"note":"As agreed."}\
                        """
                                .formatted(FIRST));
    }

    /// A session may have begun by then that lies ahead now.
    @Test
    void asksWhatWillSpeakAgainstItThen() {
        services.answers("PUT " + PLAN, 409, "{\"type\":\"urn:tinkuy:problem:changes-refused\"}");

        organiser()
                .post(
                        PAGE + "/plan",
                        "state",
                        "seen-1",
                        "plan-date",
                        "2099-05-24",
                        "plan-time",
                        "08:00");

        assertThat(services.requests("GET " + API + "/changes"))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.path()).contains("?at=2099-05-24T13"));
    }

    @Test
    void keepsWhatIsNoTimeAndWhatHasPassed() {
        var unreadable =
                organiser().post(PAGE + "/plan", "state", "seen-1", "plan-date", "2099-05-24");

        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.field("plan-date")).isEqualTo("2099-05-24");
        assertThat(unreadable.html()).contains("Give a day and a time");

        services.answers("PUT " + PLAN, 400, "{\"type\":\"urn:tinkuy:problem:invalid-request\"}");
        var passed =
                organiser()
                        .post(
                                PAGE + "/plan",
                                "state",
                                "seen-1",
                                "plan-date",
                                "2020-05-24",
                                "plan-time",
                                "08:00",
                                REASON,
                                "Two halls.");
        assertThat(passed.status()).isEqualTo(422);
        assertThat(passed.html()).contains("This time has passed", "Two halls.");
    }

    /// Enter, in the field of the time, presses the button that publishes now.
    @Test
    void publishesNothingNowWhereATimeWasGiven() {
        var again =
                organiser()
                        .post(PAGE, "state", "seen-1", "plan-date", "2099-05-24", REASON, "Two.");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("nothing is published yet");
        assertThat(services.requests("POST " + API + "/publication")).isEmpty();
    }

    @Test
    void saysWhatSpeaksAgainstIt() {
        services.answers("PUT " + PLAN, 409, "{\"type\":\"urn:tinkuy:problem:changes-refused\"}");

        var refused =
                organiser()
                        .post(
                                PAGE + "/plan",
                                "state",
                                "seen-1",
                                "plan-date",
                                "2099-05-24",
                                "plan-time",
                                "08:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("This wants an answer", "id=\"" + REASON + "-fault\"");
        assertThat(refused.field("plan-time")).isEqualTo("08:00");
    }

    @Test
    void tellsAtTheDeskWhatIsPlanned() {
        assertThat(organiser().open(DESK).html())
                .contains("What is drafted will be published on", "Do not publish it then")
                .doesNotContain("something was changed since", "??");

        planned("outdated");
        assertThat(organiser().open(DESK).html())
                .contains("something was changed since that was asked for.", "I have read this")
                .doesNotContain(
                        "What is drafted will be published", "Do not publish it then", "??");
    }

    @Test
    void tellsAtTheDeskWhyNothingWasPublished() {
        planned("{\"at\":\"2099-05-24T13:00:02Z\",\"problem\":\"draft-changed\"}");
        assertThat(organiser().open(DESK).html())
                .contains(
                        "Nothing was published on",
                        "Something had been changed after it was asked for.",
                        "I have read this")
                .doesNotContain("??");

        planned("{\"at\":\"2099-05-24T13:00:02Z\",\"problem\":\"new-rule\"}");
        assertThat(organiser().open(DESK).html()).contains("It could not be published so.");
    }

    @Test
    void callsItOff() {
        services.answers("DELETE " + PLAN, 204, "");

        assertThat(organiser().post(PAGE + "/plan/removal").header("Location"))
                .endsWith(DESK + "?done=called-off");
        assertThat(services.requests("DELETE " + PLAN)).hasSize(1);
        assertThat(organiser().open(DESK + "?done=called-off").html())
                .contains("Nothing is published by itself.");
    }

    @Test
    void isForItsOrganisersAlone() {
        var other =
                new Browser(port)
                        .speaking("en")
                        .signedIn(Tokens.organiser("organiser:" + UUID.randomUUID()));

        assertThat(other.post(PAGE + "/plan", "state", "x").status()).isEqualTo(403);
        assertThat(other.post(PAGE + "/plan/removal").status()).isEqualTo(403);
    }
}
