package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.PROGRAMME;
import static org.tinkuy.site.Drafted.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.testing.RawHttp;

@SiteTest
class DeskChangesTests {

    private static final String PAGE = DESK + "/changes";
    private static final String PUBLISHES = "POST " + API + "/publication";
    private static final String REASON = "reason-" + FIRST + "-overlapping-plenaries";
    private static final String YES = "yes-" + FIRST + "-past";

    private static final String CHANGES =
            """
            {"state":"seen-1","changes":[
              {"part":"programme","id":"%1$s","change":"changed","title":{"en":"Heading <on>"},
               "fields":[
                 {"field":"title","before":{"en":"Heading"},"after":{"en":"Heading <on>","es":"Rumbo"}},
                 {"field":"mode","before":"online","after":"in-person"},
                 {"field":"organisers","before":["IIMP"],"after":["IIMP","Comité"]},
                 {"field":"policy","before":null,
                  "after":{"plenary":{"starts":"18:00","ends":"20:00","lasts":"PT2H"}}},
                 {"field":"translations","before":null,
                  "after":{"academia":{"fr":"monde universitaire","en":"academics"}}},
                 {"field":"newSince","before":null,"after":{"deep":["x",{"er":1}]}}],
               "objections":[]},
              {"part":"event","id":"%2$s","change":"removed","title":{"en":"Cusco"},
               "fields":[],"objections":[]},
              {"part":"session","id":"%3$s","change":"changed","title":null,
               "fields":[
                 {"field":"date","before":"2027-05-26","after":"2027-05-27"},
                 {"field":"starts","before":"18:00","after":"17:00"},
                 {"field":"timeZone","before":"America/Lima","after":"Europe/Madrid"},
                 {"field":"eventId","before":null,"after":"%2$s"},
                 {"field":"kind","before":"hub","after":"plenary"}],
               "objections":[
                 {"field":"date","code":"overlapping-plenaries","detail":"x","answer":"reason",
                  "sessionIds":["%4$s"]},
                 {"field":"starts","code":"outside-plenary-window","detail":"x","answer":"reason"},
                 {"field":"date","code":"past","detail":"x","answer":"yes"}]}]}
            """
                    .formatted(PROGRAMME, EVENT, FIRST, SECOND);

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void somethingWasDrafted() {
        Drafted.told(services);
        services.answers("GET " + API + "/changes", 200, CHANGES);
        services.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"taken\":40,\"waiting\":2}]".formatted(FIRST));
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void tellsWhatWouldChangeInWords() {
        var page = organiser().open(PAGE);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.field("state")).isEqualTo("seen-1");
        assertThat(words(page))
                .contains("Heading &lt;on&gt;", "Rumbo")
                .contains("Title From: English: Heading → To: English: Heading &lt;on&gt;")
                .contains("How people take part From: Online → To: In person")
                .contains("Who organises From: IIMP → To: IIMP · Comité")
                .contains("Hours for plenaries From: nothing → To: 18:00–\u206020:00")
                .contains(
                        "Other details From: nothing → To: Français: monde universitaire · English: academics")
                .contains("Other details From: nothing → To: x · 1")
                .contains("Event · Removed")
                .contains("Date From: Wednesday, 26 May 2027 → To: Thursday, 27 May 2027")
                .contains("Begins From: 18:00 → To: 17:00")
                .contains("Part of the event From: nothing → To: Apurímac")
                .contains("Kind From: Hub → To: Plenary")
                .contains("42 people are registered; each gets one message.")
                .doesNotContain("America/Lima", "Europe/Madrid", "??");
    }

    private static final String MOVED_BY_ITS_PROGRAMME =
            """
            {"state":"seen-1","changes":[
              {"part":"programme","id":"%s","change":"changed","title":{"en":"Heading"},
               "fields":[{"field":"timeZone","before":"America/Lima","after":"America/Santiago"}],
               "objections":[]},
              {"part":"session","id":"%s","change":"changed","title":{"es":"Minería y agua"},
               "fields":[{"field":"timeZone","before":"America/Lima","after":"America/Santiago"}],
               "objections":[{"field":"%s","code":"%s","detail":"x","answer":"%s"}]}]}
            """;

    /// Of the session nothing was drafted: it moves with its programme.
    @Test
    void asksAboutASessionThatMovesWithATimeZone() {
        services.answers(
                "GET " + API + "/changes",
                200,
                MOVED_BY_ITS_PROGRAMME.formatted(PROGRAMME, FIRST, "date", "past", "yes"));

        var page = organiser().open(PAGE);

        assertThat(words(page))
                .contains("Minería y agua Session · Changed Wednesday, 26 May 2027, 18:00")
                .contains("The session would already have begun.", "Yes, it was in the past")
                .contains("42 people are registered; each gets one message.");
        assertThat(page.html()).contains("name=\"" + YES + "\"");
        services.answers(PUBLISHES, 409, "{\"type\":\"urn:tinkuy:problem:changes-refused\"}");
        assertThat(words(organiser().post(PAGE, "state", "seen-1")))
                .contains("Minería y agua: The session would already have begun.");
        services.answers(PUBLISHES, 200, "{\"id\":\"" + PROGRAMME + "\"}");
        organiser().post(PAGE, "state", "seen-1", YES, "yes");
        assertThat(services.requests(PUBLISHES).getLast().body())
                .contains("\"meant\":{\"" + FIRST + "\":[\"past\"]}");
    }

    @Test
    void leadsToTheSessionThatATimeZoneLeavesWithoutItsHour() {
        services.answers(
                "GET " + API + "/changes",
                200,
                MOVED_BY_ITS_PROGRAMME.formatted(
                        PROGRAMME, FIRST, "starts", "skipped-time", "none"));

        var page = organiser().open(PAGE);

        assertThat(words(page)).contains("This time does not exist on that day there");
        assertThat(page.html())
                .contains("href=\"" + DESK + "/sessions/" + FIRST + "#starts\"")
                .doesNotContain("<button>Publish");
        assertThat(organiser().open(DESK + "/sessions/" + FIRST).html()).contains("id=\"starts\"");
    }

    @ParameterizedTest
    @CsvSource({
        "39, One seat is taken beyond those that there would be. Nobody loses theirs",
        "30, 10 seats are taken beyond those that there would be. Nobody loses theirs",
        "40, ''",
        "null, ''"
    })
    void tellsHowManySeatsAreTakenBeyondThoseThatThereWouldBe(String capacity, String words) {
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"seen-1","changes":[{"part":"session","id":"%s","change":"changed",
                  "fields":[{"field":"capacity","before":60,"after":%s}],"objections":[]}]}
                """
                        .formatted(FIRST, capacity));

        var page = words(organiser().open(PAGE));

        if (words.isEmpty()) {
            assertThat(page).doesNotContain("taken beyond");
        } else {
            assertThat(page).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Two **evenings**, Three [evenings](https://example.org), Two evenings, Three evenings",
        "Two evenings, Two **evenings**, Two evenings, Two **evenings**"
    })
    void showsWhatReadersReadAndMarksWhereTheyAloneAreOthers(
            String before, String after, String from, String to) {
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"seen-1","changes":[{"part":"session","id":"%s","change":"changed",
                  "fields":[{"field":"description","before":{"en":"%s"},"after":{"en":"%s"}}],
                  "objections":[]}]}
                """
                        .formatted(FIRST, before, after));

        assertThat(words(organiser().open(PAGE)))
                .contains("From: English: " + from + " → To: English: " + to);
    }

    @Test
    void saysWhatBecomesOfSeatsWhereASessionTakesPlaceAfterAll() {
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"seen-1","changes":[{"part":"session","id":"%s","change":"changed",
                  "fields":[{"field":"cancelled",
                    "before":{"at":"2027-05-20T15:00:00Z","reason":{"en":"Rain"}},"after":null}],
                  "objections":[]}]}
                """
                        .formatted(FIRST));

        assertThat(words(organiser().open(PAGE)))
                .contains("Cancelled From: Cancelled · English: Rain → To: Takes place")
                .contains("Seats are free again. Everybody whose registration ended")
                .doesNotContain("2027-05-20", "??");
    }

    private static String words(Browser.Page page) {
        return page.html().replaceAll("<[^>]*+>", " ").replaceAll("\\s++", " ");
    }

    @Test
    void asksForAReasonOrAYesBesideWhatSpeaksAgainstIt() {
        assertThat(organiser().open(PAGE).html())
                .contains("Another plenary of this programme takes place at that time.")
                .contains("href=\"" + DESK + "/sessions/" + SECOND + "\">Plenary</a>")
                .contains("between 18:00 and 20:00, and each lasts 2 hours")
                .contains("Reason to hold two plenaries at once")
                .contains("id=\"" + REASON + "\"", "id=\"" + YES + "\"")
                .contains("href=\"" + DESK + "/sessions/" + FIRST + "#starts\"")
                .doesNotContain("-fault\"");
    }

    @Test
    void publishesAllWithTheAnswers() {
        services.answers(PUBLISHES, 200, Drafted.PROGRAMME_DRAFT);

        var published =
                organiser()
                        .post(
                                PAGE,
                                "state",
                                "seen-1",
                                REASON,
                                " Two halls. ",
                                YES,
                                "yes",
                                "reason-of-nothing",
                                "x");

        assertThat(published.header("Location")).endsWith(DESK + "?done=published");
        assertThat(services.requests(PUBLISHES).getFirst().body())
                .isEqualTo(
                        """
                        {"state":"seen-1","override":{"%1$s":{"overlapping-plenaries":"Two halls."}},"meant":{"%1$s":["past"]},"note":null}\
                        """
                                .formatted(FIRST));
    }

    @Test
    void takesAnAnswerForEachSessionThatAProgrammeMayHave() {
        services.answers(PUBLISHES, 200, Drafted.PROGRAMME_DRAFT);
        var form = new ArrayList<>(List.of("state", "seen-1", REASON, "Two halls."));
        for (var i = 0; i < 10_000; i++) {
            form.add("reason-" + new UUID(1, i) + "-overlapping-plenaries");
            form.add("x".repeat(250));
        }

        var published = organiser().post(PAGE, form.toArray(String[]::new));

        assertThat(published.status()).isEqualTo(303);
        assertThat(services.requests(PUBLISHES).getFirst().body()).contains("Two halls.");
    }

    @Test
    void marksWhatWantsAnAnswerAndKeepsThoseThatWereGiven() {
        services.answers(
                PUBLISHES,
                409,
                """
                {"type":"urn:tinkuy:problem:changes-refused",
                 "errors":[{"field":"%s.starts","code":"outside-plenary-window"}]}
                """
                        .formatted(FIRST));

        var refused = organiser().post(PAGE, "state", "seen-1", REASON, "Two <halls>.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("<title>Error: Look and publish · Tinkuy</title>")
                .contains(">Two &lt;halls&gt;.</textarea>")
                .contains("href=\"#reason-" + FIRST + "-outside-plenary-window\"")
                .contains("id=\"reason-" + FIRST + "-outside-plenary-window-fault\"")
                .contains("id=\"" + YES + "-fault\"")
                .doesNotContain("id=\"" + REASON + "-fault\"", "??");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\u00e9",
                "text/",
                "application/x-www-form-urlencoded; charset=nope",
                "application/x-www-form-urlencoded; charset=",
                "application/x-www-form-urlencoded; charset=\u00ff",
                "multipart/form-data; boundary=\"",
                "multipart/form-data"
            })
    void readsNoFormWhereTheTypeIsNone(String type) {
        services.answers(PUBLISHES, 400, "{\"type\":\"urn:tinkuy:problem:invalid-input\"}");
        var token = "Authorization: Bearer " + Tokens.organiser("owner:*");
        var request =
                new RawHttp.Request("POST", PAGE, List.of(token), null)
                        .sending(type, "state=seen-1");

        assertThat(new RawHttp(port).send(request).status()).isEqualTo(422);
    }

    /// A program sends a form without a body; no browser does.
    @ParameterizedTest
    @CsvSource({"/changes, 409", "/changes/plan, 422"})
    void readsAnEmptyFormAsOneWithoutAnswers(String path, int status) {
        services.answers(PUBLISHES, 409, Drafted.CHANGED_MEANWHILE);

        for (var body : List.of("", "a=1")) {
            var page = organiser().postBody(DESK + path, "application/x-www-form-urlencoded", body);

            assertThat(page.status()).isEqualTo(status);
            assertThat(page.html()).contains("<h1");
        }
    }

    @Test
    void showsTheListAnewWhereSomethingChangedMeanwhile() {
        services.answers(PUBLISHES, 409, Drafted.CHANGED_MEANWHILE);

        var changed = organiser().post(PAGE, "state", "seen-0", REASON, "Two halls.");

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.field("state")).isEqualTo("seen-1");
        assertThat(changed.html())
                .contains("Somebody changed something in the meantime", ">Two halls.</textarea>");
    }

    @Test
    void keepsTheAnswersWhileTheServiceIsAway() {
        services.answers(PUBLISHES, 503, "{}");
        var away = organiser().post(PAGE, "state", "seen-1", REASON, "Two halls.");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html()).contains(">Two halls.</textarea>");

        services.answers("GET " + API, 503, "{}");
        var nothing = organiser().post(PAGE, "state", "seen-1", REASON, "Two halls.");
        assertThat(nothing.status()).isEqualTo(503);
        assertThat(nothing.field("state")).isEqualTo("seen-1");
        assertThat(nothing.field(REASON)).isEqualTo("Two halls.");
    }

    @Test
    void offersNoButtonForWhatCannotBeAtAll() {
        services.answers(
                "GET " + API + "/changes",
                200,
                CHANGES.replace(
                        "\"code\":\"past\",\"detail\":\"x\",\"answer\":\"yes\"",
                        "\"code\":\"skipped-time\",\"detail\":\"x\",\"answer\":\"none\""));

        assertThat(organiser().open(PAGE).html())
                .contains("This time does not exist on that day", "This cannot be published so.")
                .doesNotContain("Publish all of this");
    }

    @Test
    void saysThatNothingWaits() {
        services.answers("GET " + API + "/changes", 200, Drafted.NO_CHANGES);

        assertThat(organiser().open(PAGE).html())
                .contains("Nothing waits to be published.")
                .doesNotContain("Publish all of this");
    }
}
