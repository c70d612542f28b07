package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.Browser.Page;

@SiteTest
class SessionPagesTests {

    private static final String PAGE = "/organiser/sessions/" + FIRST_PLENARY;
    private static final UUID ROSA = UUID.randomUUID();
    private static final String API = "/api/sessions/" + FIRST_PLENARY;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aPlenaryWithFiveHundredPeople() {
        services.reset();
        services.answers("GET " + API, 200, session(""));
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"items":[{"version":5,"at":"2026-11-22T15:00:00Z","by":"%2$s","date":"2026-11-25",
                  "starts":"10:00","ends":"12:00","cancelled":false,
                  "from":{"date":"2026-11-25","starts":"10:00","ends":"12:00","place":"Cusco"}},
                 {"version":4,"at":"2026-11-22T14:00:00Z","by":"%2$s","date":"2026-11-25",
                  "starts":"10:00","ends":"12:00","cancelled":true,
                  "from":{"date":"2026-11-25","starts":"10:00","ends":"12:00","place":"Cusco"}},
                 {"version":3,"at":"2026-11-22T13:00:00Z","by":"%1$s","date":"2026-11-25",
                  "starts":"10:00","ends":"12:00","place":"Cusco","cancelled":false,
                  "from":{"date":"2026-11-24","starts":"18:00","ends":"20:00","place":"Abancay"},
                  "override":"<b>Fog</b>"}]}
                """
                        .formatted(ROSA, UUID.randomUUID()));
        services.answers(
                "GET /api/organisers",
                200,
                """
                [{"id":"%s","name":"Rosa <Quispe>","address":"rosa@example.org"}]
                """
                        .formatted(ROSA));
        services.answers(
                "GET /api/seats",
                200,
                """
                [{"sessionId":"%s","capacity":500,"taken":500,"left":0,"waiting":7}]
                """
                        .formatted(FIRST_PLENARY));
    }

    private static String session(String more) {
        return """
        {"id":"%s","programmeId":"%s","date":"2026-11-25","starts":"18:00:00","ends":"20:00:00",
         "timeZone":"America/Lima","place":"Abancay","version":3%s}
        """
                .formatted(FIRST_PLENARY, HEADING_TO_PERUMIN, more);
    }

    private Browser organiser(String... roles) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(roles));
    }

    private Page move(String date, String zone, String fog) {
        return move(date, zone, "override-outside-plenary-window", fog);
    }

    private Page move(String date, String zone, String field, String value) {
        return organiser("owner:*")
                .post(
                        PAGE,
                        "version",
                        "3",
                        "date",
                        date,
                        "starts",
                        "18:00",
                        "ends",
                        "20:00",
                        "timeZone",
                        zone,
                        "place",
                        field.equals("place") ? value : "Abancay",
                        field.equals("place") ? "meant" : field,
                        value);
    }

    private String sent() {
        return services.requests("PUT " + API + "/schedule").getFirst().body();
    }

    @Test
    void guessesNoNumberOfPeopleWhileItIsNotKnown() {
        services.answers("GET /api/seats", 503, "{}");

        for (var path : new String[] {PAGE, PAGE + "/cancellation"}) {
            assertThat(organiser("owner:*").open(path).html())
                    .contains("How many are registered is not known at the moment.")
                    .doesNotContain("Nobody is registered");
        }
    }

    @Test
    void showsWhereTheSessionIsAndHowManyWillBeTold() {
        var page = organiser("owner:*").open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.field("date")).isEqualTo("2026-11-25");
        assertThat(page.field("starts")).isEqualTo("18:00");
        assertThat(page.field("version")).isEqualTo("3");
        assertThat(page.html())
                .contains("507 people are registered")
                .contains("because: &lt;b&gt;Fog&lt;/b&gt;")
                .contains("Tuesday, 24 November 2026, 18:00–\u206020:00 · Abancay")
                .contains("Wednesday, 25 November 2026, 10:00–\u206012:00 · Cusco")
                .contains("Wednesday, 25 November 2026, 10:00–\u206012:00 · Online")
                .contains("Rosa &lt;Quispe&gt;")
                .contains("by somebody whose name is not known at the moment")
                .doesNotContain("id=\"override")
                .doesNotContain("name=\"meant\"")
                .doesNotContain("??");
    }

    @Test
    void statesOnlyWhatTheOrganiserChanged() {
        services.answers("PUT " + API + "/schedule", 200, session(""));

        var done = organiser("owner:*").follow(move("2026-11-26", "America/Lima", ""));

        assertThat(done.html()).contains("one message goes out a minute after your last change");
        assertThat(sent())
                .contains("\"date\":\"2026-11-26\"", "\"version\":3", "\"place\":\"Abancay\"")
                .doesNotContain("America/Lima");
    }

    @Test
    void clearsAPlaceThatWasEmptied() {
        services.answers("PUT " + API + "/schedule", 200, session(""));

        assertThat(organiser("owner:*").open(PAGE).html())
                .contains("Empty: online, without a place.");
        move("2026-11-26", "America/Lima", "place", "");

        assertThat(sent()).contains("\"place\":null");
    }

    @Test
    void saysEverythingThatSpeaksAgainstAMoveBesideItsFieldAndAsksForAReasonForEach() {
        services.answers(
                "PUT " + API + "/schedule",
                409,
                """
                {"type":"urn:tinkuy:problem:outside-plenary-window",
                 "rules":["outside-plenary-window","overlapping-plenaries"],
                 "allowedHours":{"starts":"18:00","ends":"20:00","lasts":"PT2H"},
                 "errors":[{"field":"starts","code":"outside-plenary-window","detail":"x"},
                           {"field":"date","code":"overlapping-plenaries","detail":"x"}]}
                """);

        var refused = move("2026-11-27", "America/Lima", "Fog");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field("date")).isEqualTo("2026-11-27");
        assertThat(refused.html())
                .contains("between 18:00 and 20:00, and each lasts 2 hours")
                .contains("Another plenary of this programme takes place at that time.")
                .contains("id=\"starts-fault\"", "id=\"date-fault\"")
                .contains("id=\"override-outside-plenary-window\"", ">Fog</textarea>")
                .contains("id=\"override-overlapping-plenaries\"")
                .doesNotContain("??");
    }

    private static final String OUTSIDE =
            """
            {"type":"urn:tinkuy:problem:outside-plenary-window",
             "rules":["outside-plenary-window"],
             "allowedHours":{"starts":"18:00","ends":"20:00","lasts":"PT1H"},
             "errors":[{"field":"starts","code":"outside-plenary-window","detail":"x"}]}
            """;

    @Test
    void saysThatAReasonIsMissingBesideItsField() {
        services.answers("PUT " + API + "/schedule", 409, OUTSIDE);

        var first = move("2026-11-27", "America/Lima", "meant", "");
        var again = move("2026-11-27", "America/Lima", " \r\n ");

        assertThat(first.html())
                .contains("and each lasts one hour.")
                .doesNotContain("Give a reason", "override-outside-plenary-window-fault");
        assertThat(again.html())
                .contains("href=\"#override-outside-plenary-window\">Give a reason")
                .contains("aria-describedby=\"override-outside-plenary-window-fault ")
                .contains("id=\"override-outside-plenary-window-fault\"");
        assertThat(sent()).contains("\"override\":null");
    }

    @Test
    void saysOfAReasonThatIsTooLongBesideItsField() {
        services.answers(
                "PUT " + API + "/schedule",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"override.outside-plenary-window","code":"too-long","detail":"x"}]}
                """);

        assertThat(move("2026-11-27", "America/Lima", "Fog").html())
                .contains("href=\"#override-outside-plenary-window\">This is too long.")
                .contains("id=\"override-outside-plenary-window-fault\"")
                .doesNotContain("??");
    }

    @Test
    void countsALineBreakAsTheBrowserDid() {
        services.answers("PUT " + API + "/schedule", 200, session(""));
        services.answers("POST " + API + "/cancellation", 200, session(""));

        move("2026-11-27", "America/Lima", "Fog.\r\nAnd rain.");
        organiser("owner:*").post(PAGE + "/cancellation", "reason-es", "Niebla.\r\nY lluvia.");

        assertThat(sent()).contains("\"Fog.\\nAnd rain.\"");
        assertThat(services.requests("POST " + API + "/cancellation").getFirst().body())
                .contains("\"Niebla.\\nY lluvia.\"");
    }

    @Test
    void asksWhetherTheUnusualIsMeant() {
        services.answers(
                "PUT " + API + "/schedule",
                409,
                """
                {"type":"urn:tinkuy:problem:confirmation-needed","questions":["next-day","past"],
                 "errors":[{"field":"date","code":"past","detail":"x"},
                           {"field":"ends","code":"next-day","detail":"x"}]}
                """);

        var asked = move("2020-11-27", "America/Lima", "meant", "past");

        assertThat(asked.html())
                .contains("The session would already have begun.")
                .contains("From 18:00 to 20:00 the session would go on into the next day.")
                .contains("id=\"date-past\" value=\"past\" checked=\"checked\"")
                .contains("id=\"ends-next-day\" value=\"next-day\">")
                .contains("Yes, it ends on the next day")
                .doesNotContain("??");
        assertThat(sent()).contains("\"meant\":[\"past\"]");
    }

    @Test
    void passesTheReasonsOn() {
        services.answers("PUT " + API + "/schedule", 200, session(""));

        move("2026-11-27", "America/Lima", "The minister flies at noon.");

        assertThat(sent())
                .contains(
                        "\"override\":{\"outside-plenary-window\":\"The minister flies at noon.\"}");
    }

    @Test
    void letsTheOrganiserDecideAgainAfterSomebodyElseMovedIt() {
        services.answers(
                "PUT " + API + "/schedule",
                409,
                "{\"type\":\"urn:tinkuy:problem:session-changed\"}");
        services.answers("GET " + API, 200, session("").replace("\"version\":3", "\"version\":4"));

        var refused = move("2026-11-27", "America/Lima", "");

        assertThat(refused.field("version")).isEqualTo("4");
        assertThat(refused.field("date")).isEqualTo("2026-11-27");
        assertThat(refused.html()).contains("Somebody else changed this session");
    }

    @Test
    void showsWhatIsWrongBesideTheField() {
        assertThat(move("2026-11-27", "America/Nowhere", "").html())
                .contains("id=\"timeZone-fault\"");

        services.answers(
                "PUT " + API + "/schedule",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"date","code":"past","detail":"x"}]}
                """);
        assertThat(move("2020-01-01", "America/Lima", "").html())
                .contains("id=\"date-fault\"")
                .contains("The session would already have begun.");
    }

    /// A service names the first field that it cannot read.
    @Test
    void saysEverythingThatCanBeToldOfWhatCannotBeRead() {
        var refused =
                organiser("owner:*")
                        .post(
                                PAGE,
                                "version",
                                "3",
                                "date",
                                "31.12.",
                                "ends",
                                "20:00",
                                "timeZone",
                                "Lima",
                                "place",
                                "x".repeat(301),
                                "override-outside-plenary-window",
                                " ");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .containsSubsequence(
                        "href=\"#date\">Give a date",
                        "href=\"#override-outside-plenary-window\">Give a reason",
                        "href=\"#ends\">",
                        "href=\"#timeZone\">No time zone has this name: Lima",
                        "href=\"#place\">This is too long.")
                .contains("id=\"override-outside-plenary-window-fault\"", "value=\"Lima\"")
                .doesNotContain("??");
        assertThat(services.requests("PUT " + API + "/schedule")).isEmpty();
    }

    @Test
    void offersTheTimeZonesOfTheProgrammesCountryFirst() {
        assertThat(organiser("owner:*").open(PAGE).html())
                .contains("list=\"zones\"")
                .contains("<datalist id=\"zones\"><option value=\"America/Lima\">Lima</option>")
                .contains("<option value=\"Africa/Bamako\">Bamako</option>");
    }

    @Test
    void keepsWhatWasTypedWhileTheServiceIsAway() {
        services.answers("PUT " + API + "/schedule", 503, "");

        var away = move("2026-11-27", "America/Lima", "Fog");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.field("date")).isEqualTo("2026-11-27");
        assertThat(away.html()).contains(">Fog</textarea>");
    }

    @Test
    void asksBeforeItCancelsAndPassesTheReasonOnByLanguage() {
        services.answers("POST " + API + "/cancellation", 200, session(""));
        var organiser = organiser("owner:*");

        assertThat(organiser.open(PAGE + "/cancellation").html())
                .contains("507 people are registered");
        var done =
                organiser.post(
                        PAGE + "/cancellation",
                        "reason-es",
                        " Llueve. ",
                        "reason-en",
                        "",
                        "reason-qu",
                        "");

        assertThat(done.status()).isEqualTo(303);
        assertThat(services.requests("POST " + API + "/cancellation").getFirst().body())
                .isEqualTo("{\"reason\":{\"es\":\"Llueve.\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b"})
    void cancelsNothingByAFormWithoutItsFields(String form) {
        var page =
                organiser("owner:*")
                        .postBody(
                                PAGE + "/cancellation", "application/x-www-form-urlencoded", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("This could not be accepted.");
        assertThat(services.requests("POST " + API + "/cancellation")).isEmpty();
    }

    @Test
    void keepsTheReasonThatWasRefusedAndSaysWhatIsWrongBesideIt() {
        services.answers(
                "POST " + API + "/cancellation",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-input",
                 "errors":[{"field":"reason.es","code":"too-long","message":"…"}]}
                """);

        var refused = cancel("Llueve <mucho>.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains(">Llueve &lt;mucho&gt;.</textarea>")
                .contains("id=\"reason-es-fault\">This is too long.")
                .contains("aria-describedby=\"reason-es-fault\"");
    }

    @Test
    void keepsTheReasonWhileTheServiceIsAway() {
        services.answers("POST " + API + "/cancellation", 503, "{}");

        var away = cancel("Llueve.");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html()).contains(">Llueve.</textarea>").contains("class=\"banner bad\"");
    }

    @Test
    void leadsToTheSessionWhereAnotherCancelledItMeanwhile() {
        services.answers("POST " + API + "/cancellation", 409, "{}");

        assertThat(cancel("Llueve.").header("Location")).endsWith(PAGE);
    }

    private Page cancel(String reason) {
        return organiser("owner:*").post(PAGE + "/cancellation", "reason-es", reason);
    }

    @Test
    void offersNothingForACancelledSession() {
        services.answers(
                "GET " + API, 200, session(",\"cancelled\":{\"at\":\"2026-11-22T13:00:00Z\"}"));

        assertThat(organiser("owner:*").open(PAGE).html())
                .contains("This session is cancelled.")
                .contains("<title>A cancelled session · Tinkuy</title>")
                .doesNotContain("name=\"date\"");
        assertThat(organiser("owner:*").open(PAGE + "?done=cancelled").html())
                .doesNotContain("This session is cancelled.");
    }

    private void cancelled(String draft) {
        services.answers(
                "GET " + API, 200, session(",\"cancelled\":{\"at\":\"2026-11-22T13:00:00Z\"}"));
        services.answers("GET " + API + "/draft", 200, draft);
    }

    @Test
    void bringsACancelledSessionBackAsADraft() {
        cancelled("{\"cancelled\":true}");
        services.answers("DELETE " + API + "/cancellation", 200, "{}");
        assertThat(organiser("owner:*").open(PAGE).html())
                .contains(
                        "action=\"" + PAGE + "/reinstatement\"",
                        "Registrations ended with the cancellation and do not come back",
                        ">It takes place after all</button>")
                .doesNotContain("Leave it cancelled");

        var drafted = organiser("owner:*").post(PAGE + "/reinstatement");

        assertThat(drafted.status()).isEqualTo(303);
        assertThat(drafted.header("Location"))
                .endsWith("/organiser/desk/" + HEADING_TO_PERUMIN + "/changes");
        assertThat(services.requests("DELETE " + API + "/cancellation")).hasSize(1);
    }

    @Test
    void leavesItCancelledWhereThatWasDrafted() {
        cancelled("{}");
        services.answers("POST " + API + "/cancellation", 200, session(""));
        assertThat(organiser("owner:*").open(PAGE).html())
                .contains(
                        "It is drafted that this session takes place after all.",
                        "/organiser/desk/" + HEADING_TO_PERUMIN + "/changes",
                        ">Leave it cancelled</button>")
                .doesNotContain(">It takes place after all</button>");

        var left = organiser("owner:*").post(PAGE + "/reinstatement/removal");

        assertThat(left.header("Location")).endsWith(PAGE);
        assertThat(services.requests("POST " + API + "/cancellation")).hasSize(1);
    }

    @Test
    void saysAmongTheChangesThatItTakesPlaceAfterAll() {
        assertThat(organiser("owner:*").open(PAGE).html())
                .containsOnlyOnce("takes place after all · ");
    }

    @Test
    void bringsBackNothingForOthers() {
        assertThat(organiser().post(PAGE + "/reinstatement").status()).isEqualTo(403);
        assertThat(organiser().post(PAGE + "/reinstatement/removal").status()).isEqualTo(403);
    }

    @Test
    void showsForWhichRuleEachReasonIsAndWhyItWasCancelled() {
        services.answers(
                "GET " + API,
                200,
                session(
                        """
                        ,"cancelled":{"at":"2026-11-22T14:00:00.123Z","reason":{"en":"Landslide"}}
                        """));
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"items":[{"version":5,"at":"2026-11-22T15:00:00Z","by":"%1$s","cancelled":true},
                 {"version":4,"at":"2026-11-22T14:00:00.123456Z","by":"%1$s","cancelled":true},
                 {"version":3,"at":"2026-11-22T13:00:00Z","by":"%1$s","cancelled":false,
                  "override":"Fog and rain",
                  "overrides":{"overlapping-plenaries":"Rain","outside-plenary-window":"Fog"}}]}
                """
                        .formatted(ROSA));

        var page = organiser("owner:*").open(PAGE).html();
        assertThat(page)
                .contains("Outside of the hours for plenaries, because: Fog")
                .contains("At the same time as another plenary, because: Rain")
                .doesNotContain("Against the rule");
        assertThat(page.split("Landslide", -1)).as("above, and in the history").hasSize(3);
    }

    @Test
    void isForOrganisersOfTheProgrammeOnly() {
        assertThat(new Browser(port).open(PAGE).status()).isEqualTo(303);
        assertThat(organiser().open(PAGE).status()).isEqualTo(403);
        assertThat(organiser("organiser:0195a1c0-0000-7000-8000-000000000999").open(PAGE).status())
                .isEqualTo(403);
        assertThat(organiser("owner:*").open("/organiser/sessions/nonsense").status())
                .isEqualTo(404);
    }
}
