package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.PROGRAMME;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What was published until now, and how it becomes the draft again.
@SiteTest
class DeskHistoryTests {

    private static final String PAGE = DESK + "/publications";
    private static final String KEPT = "/api/programmes/" + PROGRAMME + "/publications";
    private static final String RESTORES = "POST " + KEPT + "/6/restoration";
    private static final UUID ROSA = UUID.fromString("0195a1c0-0000-7000-8000-000000000301");

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void somethingWasPublished() {
        Drafted.told(services);
        services.answers(
                "GET /api/organisers",
                200,
                "[{\"id\":\"%s\",\"name\":\"Rosa Mamani\",\"address\":\"rosa@example.org\"}]"
                        .formatted(ROSA));
        services.answers(
                "GET " + KEPT,
                200,
                """
                {"items":[
                  {"number":7,"at":"2027-05-20T16:30:00Z","by":"%s","note":"Moves <b>","programme":true,
                   "speakers":false,"added":1,"changed":2,"removed":0},
                  {"number":6,"at":"2027-05-19T16:30:00Z","programme":false,"speakers":true,
                   "added":0,"changed":0,"removed":3}],
                 "next":6}
                """
                        .formatted(ROSA));
        services.answers(
                "GET " + KEPT + "/6",
                200,
                """
                {"number":6,"at":"2027-05-19T16:30:00Z","by":"%s","note":"As it was","changes":[
                  {"part":"session","id":"%s","change":"changed","title":null,"fields":[
                    {"field":"date","before":"2027-05-26","after":"2027-05-27"}],"objections":[]},
                  {"part":"session","id":"%s","change":"removed","title":null,"fields":[
                    {"field":"kind","before":"hub","after":null}],"objections":[]}]}
                """
                        .formatted(UUID.randomUUID(), FIRST, UUID.randomUUID()));
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void listsWhatWasPublishedWithWhoAndWhy() {
        var page = organiser().open(PAGE);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .containsSubsequence(
                        "href=\"" + PAGE + "/7\">Publication 7</a>",
                        "On the public pages",
                        "datetime=\"2027-05-20T16:30:00Z\"",
                        "Rosa Mamani",
                        "the programme changed",
                        "one session added",
                        "2 sessions changed",
                        "Moves &lt;b&gt;",
                        "href=\"" + PAGE + "/6#restoration\">Undo this publication</a>",
                        "Publication 6",
                        "by Tinkuy itself",
                        "speakers changed",
                        "3 sessions removed",
                        "href=\"" + PAGE + "?after=6\"")
                .doesNotContain("??");
    }

    @Test
    void offersNoUndoOfWhatIsUndoneAlready() {
        assertThat(organiser().open(PAGE + "?after=8").html())
                .doesNotContain("Undo this publication", "On the public pages");
    }

    @Test
    void showsWhatAPublicationChanged() {
        assertThat(organiser().open(PAGE + "/6").html())
                .containsSubsequence(
                        "<h1>Publication 6</h1>",
                        "by somebody whose name is not known",
                        "As it was",
                        "<h3 id=\"change-0\"><span>Plenary</span></h3>",
                        "Wednesday, 26 May 2027",
                        "Thursday, 27 May 2027",
                        "<span>Hub</span>",
                        "Session · Removed",
                        "<del><span>Hub</span></del>",
                        "Put it back as the draft")
                .doesNotContain("are drafted and not published yet", "??");
    }

    @Test
    void saysWhatWouldBeOverwritten() {
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"seen-2","changes":[{"part":"session","id":"%s","change":"changed",
                  "fields":[],"objections":[]}]}
                """
                        .formatted(FIRST));

        var page = organiser().open(PAGE + "/6");

        assertThat(page.html()).contains("One thing is drafted and not published yet");
        assertThat(page.field("state")).isEqualTo("seen-2");
    }

    @Test
    void putsAPublicationBackAndShowsWhatWouldChange() {
        services.answers(RESTORES, 200, Drafted.NO_CHANGES);

        var restored = organiser().post(PAGE + "/6/restoration", "state", "seen-1");

        assertThat(restored.header("Location")).endsWith(DESK + "/changes?done=restored");
        assertThat(services.requests(RESTORES).getFirst().body())
                .isEqualTo("{\"state\":\"seen-1\"}");
        assertThat(organiser().open(DESK + "/changes?done=restored").html())
                .contains("The draft says what was published at that time.");
    }

    @Test
    void overwritesNothingUnseen() {
        services.answers(RESTORES, 409, Drafted.CHANGED_MEANWHILE);

        var refused = organiser().post(PAGE + "/6/restoration", "state", "seen-1");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("Somebody changed a draft in the meantime");
        assertThat(refused.field("state")).isEqualTo("seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "12345678901234567890"})
    void hasNoPageForWhatIsNoNumber(String number) {
        assertThat(organiser().open(PAGE + "/" + number).status()).isEqualTo(404);
        assertThat(organiser().open(PAGE + "?after=" + number).status()).isEqualTo(404);
    }

    @Test
    void isForOrganisersAlone() {
        var other =
                new Browser(port)
                        .speaking("en")
                        .signedIn(Tokens.organiser("organiser:" + UUID.randomUUID()));

        assertThat(other.open(PAGE).status()).isEqualTo(403);
        assertThat(other.open(PAGE + "/6").status()).isEqualTo(403);
    }
}
