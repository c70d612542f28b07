package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.PROGRAMME;
import static org.tinkuy.site.Drafted.SESSION_API;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class DeskFormsTests {

    private static final String SESSION = DESK + "/sessions/" + FIRST;
    private static final String EVENT_PAGE = DESK + "/events/" + EVENT;
    private static final String EVENT_API = API + "/events/" + EVENT;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    /// The first session as its form has it, with what is typed instead.
    private Browser.Page sends(String path, String... instead) {
        return sends(organiser(), path, instead);
    }

    private static Browser.Page sends(Browser organiser, String path, String... instead) {
        var form =
                new ArrayList<>(
                        List.of(
                                "version",
                                "5",
                                "kind",
                                "plenary",
                                "title-es",
                                "Minería y agua",
                                "eventId",
                                EVENT.toString(),
                                "date",
                                "2027-05-26",
                                "starts",
                                "18:00",
                                "ends",
                                "20:00",
                                "place",
                                "Abancay"));
        for (var i = 0; i < instead.length; i += 2) {
            var at = form.indexOf(instead[i]);
            if (at < 0) {
                form.addAll(List.of(instead[i], instead[i + 1]));
            } else {
                form.set(at + 1, instead[i + 1]);
            }
        }
        return organiser.post(path, form.toArray(String[]::new));
    }

    private String sent(String route) {
        return services.requests("PUT " + route).getFirst().body();
    }

    @Test
    void showsTheTextsOfAllLanguagesAndWhichIsShownInstead() {
        var page = organiser().open(DESK + "/programme");

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.field("version")).isEqualTo("3");
        assertThat(page.field("title-es")).isEqualTo("Rumbo &lt;a&gt; PERUMIN");
        assertThat(page.field("policy-plenary-starts")).isEqualTo("18:00");
        assertThat(page.html())
                .contains("id=\"title-qu-missing\">Missing: it is shown in Spanish.")
                .contains("id=\"title-fr-missing\">Missing: it is shown in English.")
                .contains("aria-describedby=\"title-fr-missing\"")
                .doesNotContain("title-es-missing", "motto-es-missing")
                .doesNotContain("??");
    }

    @Test
    void sendsBackWhatTheFormDoesNotShow() {
        services.answers("PUT " + API, 200, Drafted.PROGRAMME_DRAFT);

        var saved =
                organiser()
                        .post(
                                DESK + "/programme",
                                "version",
                                "3",
                                "title-es",
                                "Rumbo",
                                "timeZone",
                                "America/Lima",
                                "mode",
                                "online",
                                "admission",
                                "open",
                                "policy-plenary-starts",
                                "17:00",
                                "policy-plenary-ends",
                                "20:00",
                                "newsletter-name",
                                "Newsletter PERUMIN");

        assertThat(saved.header("Location")).endsWith(DESK + "?done=saved");
        assertThat(sent(API))
                .contains(
                        "\"newsletter\":{\"name\":\"Newsletter PERUMIN\"}",
                        "\"facts\":[\"A fact\"]")
                .contains("\"translations\":{\"en\":{\"IIMP\":\"Institute\"}}")
                .contains("\"title\":{\"es\":\"Rumbo\",\"aym\":\"Jutaña\"}")
                .contains(
                        "\"plenary\":{\"starts\":\"17:00\",\"ends\":\"20:00\",\"lasts\":\"PT2H\"}")
                .contains("\"organisers\":[]", "\"version\":3");
    }

    @Test
    void givesAProgrammeItsNewsletterAndTakesIt() {
        services.answers("PUT " + API, 200, Drafted.PROGRAMME_DRAFT);

        organiser()
                .post(
                        DESK + "/programme",
                        "version",
                        "3",
                        "newsletter-name",
                        "News",
                        "newsletter-acknowledgement-es",
                        "Gracias.");

        assertThat(sent(API))
                .contains(
                        "\"newsletter\":{\"name\":\"News\",\"acknowledgement\":{\"es\":\"Gracias.\"}}");
        assertThat(organiser().open(DESK + "/programme").field("newsletter-name"))
                .isEqualTo("Newsletter PERUMIN");
    }

    @Test
    void aProgrammeWhoseNewsletterHasNoWordHasNone() {
        services.answers("PUT " + API, 200, Drafted.PROGRAMME_DRAFT);

        organiser().post(DESK + "/programme", "version", "3", "title-es", "Rumbo");

        assertThat(sent(API)).contains("\"newsletter\":null");
    }

    @Test
    void saysWhichSessionIsWrittenAndThatWhatIsPublishedStays() {
        assertThat(organiser().open(DESK + "/sessions/" + FIRST).html())
                .containsPattern("<h1>Session</h1>\\s*<p class=\"of\">.*Minería y agua")
                .contains("What is published stays as it is")
                .doesNotContain("Nobody else sees it before you publish.");
    }

    @Test
    void statesNoHoursForPlenariesWhereBothAreEmpty() {
        services.answers("PUT " + API, 200, Drafted.PROGRAMME_DRAFT);

        organiser().post(DESK + "/programme", "version", "3", "title-es", "Rumbo");

        assertThat(sent(API)).contains("\"policy\":null");
    }

    @Test
    void showsBothWhereSomebodyElseChangedItMeanwhileAndOverwritesWhenSentAgain() {
        services.answers("GET " + SESSION_API, 200, Drafted.FIRST_DRAFT.replace(":5,", ":6,"));

        var both = sends(SESSION, "date", "2027-05-28", "title-es", "Agua", "place", "");

        assertThat(both.status()).isEqualTo(409);
        assertThat(services.requests("PUT " + SESSION_API)).isEmpty();
        assertThat(both.field("version")).isEqualTo("6");
        assertThat(both.field("date")).isEqualTo("2027-05-28");
        assertThat(both.html())
                .contains("Somebody else changed this in the meantime.")
                .contains("id=\"date-there\"", "Wednesday, 26 May 2027")
                .contains("id=\"title-es-there\"", "<span>Minería y agua</span>")
                .contains("aria-describedby=\"date-there date-hint\"")
                .contains("id=\"place-there\"", "<span>Abancay</span>")
                .doesNotContain("id=\"starts-there\"", "??");

        services.answers("PUT " + SESSION_API, 200, Drafted.FIRST_DRAFT);
        var again = sends(SESSION, "version", "6", "date", "2027-05-28");

        assertThat(again.status()).isEqualTo(303);
        assertThat(sent(SESSION_API)).contains("\"date\":\"2027-05-28\"", "\"version\":6");
    }

    @Test
    void showsBothWhereTheServiceFoundThatSomebodyWasFaster() {
        services.answers("PUT " + SESSION_API, 409, Drafted.CHANGED_MEANWHILE);

        assertThat(sends(SESSION, "place", "Cusco").html()).contains("<span>Abancay</span>");
    }

    @Test
    void isSavedWhereTheSameFormIsSentTwice() {
        services.answers("PUT " + SESSION_API, 409, Drafted.CHANGED_MEANWHILE);
        var twice = sends(DESK + "/sessions/new", "id", FIRST.toString(), "version", "0");

        assertThat(twice.status()).isEqualTo(303);
        assertThat(sends(SESSION, "version", "4").status()).isEqualTo(303);
    }

    @Test
    void beginsASessionOfTheEventFromWhichItWasAskedFor() {
        var empty = organiser().open(DESK + "/sessions/new?event=" + EVENT);
        var id = empty.field("id");
        services.answers("PUT /api/sessions/" + id + "/draft", 201, Drafted.FIRST_DRAFT);

        assertThat(empty.html())
                .contains("<option value=\"" + EVENT + "\" selected=\"selected\">Apurímac</option>")
                .contains("action=\"" + DESK + "/sessions/new\"")
                .doesNotContain("/withdrawal", "??");
        sends(DESK + "/sessions/new", "id", id, "version", "0", "capacity", "30");

        assertThat(sent("/api/sessions/" + id + "/draft"))
                .contains("\"programmeId\":\"" + PROGRAMME + "\"", "\"version\":0")
                .contains("\"capacity\":30", "\"timeZone\":null", "\"kind\":\"plenary\"");
    }

    @Test
    void beginsAndChangesAnEvent() {
        var empty = organiser().open(DESK + "/events/new");
        var id = empty.field("id");
        services.answers("PUT " + API + "/events/" + id, 201, Drafted.EVENT_DRAFT);
        services.answers("PUT " + EVENT_API, 200, Drafted.EVENT_DRAFT);

        var begun =
                organiser()
                        .post(DESK + "/events/new", "id", id, "version", "0", "title-es", "Cusco");
        var changed = organiser().post(EVENT_PAGE, "version", "2", "title-es", "Ayacucho");

        assertThat(begun.status()).isEqualTo(303);
        assertThat(sent(API + "/events/" + id)).contains("\"title\":{\"es\":\"Cusco\"}");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(sent(EVENT_API)).contains("\"sequence\":2", "\"facts\":[\"Copper\"]");
        assertThat(organiser().open(EVENT_PAGE).field("starts")).isEqualTo("2027-05-26");
        assertThat(organiser().open(DESK + "/events/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongBesideItsField() {
        services.answers(
                "PUT " + SESSION_API,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"title.qu","code":"too-long"},{"field":"date","code":"invalid-date"},
                  {"field":"ends","code":"impossible"},{"field":"slug","code":"taken"}]}
                """);

        var refused = sends(SESSION, "date", "soon");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .containsSubsequence(
                        "href=\"#title-qu\"",
                        "Runasimi",
                        "This is too long.",
                        "href=\"#date\"",
                        "Give a date from 1900 to 2200.",
                        "href=\"#ends\"")
                .contains("id=\"title-qu-fault\"", "An end time needs a start time")
                .doesNotContain("??");
    }

    @Test
    void asksForANumberBeforeItAsksTheService() {
        var refused = sends(SESSION, "capacity", "many");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field("capacity")).isEqualTo("many");
        assertThat(refused.html()).contains("id=\"capacity-fault\"", "href=\"#capacity\"");
        assertThat(services.requests("PUT " + SESSION_API)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhileTheServiceIsAway() {
        services.answers("GET " + SESSION_API, 503, "{}");
        services.answers("GET " + API + "/events", 503, "{}");

        var away = sends(SESSION, "place", "Cusco");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.field("place")).isEqualTo("Cusco");
        assertThat(away.field("version")).isEqualTo("5");
        assertThat(away.html())
                .contains("What you typed is still here")
                .contains(
                        "<option value=\"" + EVENT + "\" selected=\"selected\">As chosen</option>");
    }

    @Test
    void keepsWhatWasTypedWhereSomebodyRemovedItMeanwhile() {
        services.answers("GET " + SESSION_API, 404, "{}");

        var gone = sends(SESSION, "place", "Cusco");

        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.field("place")).isEqualTo("Cusco");
        assertThat(gone.html()).contains("Somebody removed this in the meantime.");
    }

    @ParameterizedTest
    @CsvSource({
        "es, Esta sesión está cancelada y no se puede mover.",
        "qu, 'Kay huñunakuyqa mana ruwakunqachu, manam kuyuchiyta atikunchu.'",
        "en, This session is cancelled and cannot be moved.",
        "fr, Cette séance est annulée et ne peut pas être déplacée."
    })
    void saysThatACancelledSessionDoesNotMove(String language, String words) {
        services.answers(
                "PUT " + SESSION_API, 409, "{\"type\":\"urn:tinkuy:problem:session-cancelled\"}");

        var refused = sends(organiser().speaking(language), SESSION, "date", "2027-06-01");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains(words).doesNotContain("??");
        assertThat(refused.field("date")).isEqualTo("2027-06-01");
    }

    /// What cannot be done is not offered, and stays as it is when the rest is saved.
    @Test
    void offersOfACancelledSessionItsTextsAndPeopleAlone() {
        var draft = Drafted.FIRST_DRAFT.replace("\"place\"", "\"cancelled\":true,\"place\"");
        services.answers("GET " + SESSION_API, 200, draft);
        services.answers("PUT " + SESSION_API, 200, draft);

        var form = organiser().open(SESSION);
        assertThat(form.html())
                .contains(
                        "only its texts and its people can be changed",
                        "/organiser/sessions/" + FIRST + "/reinstatement",
                        "name=\"title-es\"",
                        SESSION + "/withdrawal")
                .doesNotContain(
                        "name=\"date\"",
                        "name=\"eventId\"",
                        "name=\"capacity\"",
                        SESSION + "/free-slots",
                        SESSION + "/copy");

        assertThat(
                        organiser()
                                .post(
                                        SESSION,
                                        "version",
                                        "5",
                                        "cancelled",
                                        form.field("cancelled"),
                                        "kind",
                                        "plenary",
                                        "title-es",
                                        "Agua")
                                .status())
                .isEqualTo(303);
        var sent =
                JsonMapper.shared()
                        .readTree(services.requests("PUT " + SESSION_API).getFirst().body());
        assertThat(sent.at("/title/es").asString()).isEqualTo("Agua");
        assertThat(sent.get("date").asString()).isEqualTo("2027-05-26");
        assertThat(sent.get("place").asString()).isEqualTo("Abancay");
    }

    @Test
    void showsNoSessionOfAnotherProgramme() {
        services.answers(
                "GET " + SESSION_API,
                200,
                Drafted.FIRST_DRAFT.replace(PROGRAMME.toString(), UUID.randomUUID().toString()));

        assertThat(organiser().open(SESSION).status()).isEqualTo(404);
        assertThat(organiser().open(SESSION + "/withdrawal").status()).isEqualTo(404);
    }
}
