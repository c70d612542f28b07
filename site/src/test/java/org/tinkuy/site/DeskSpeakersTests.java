package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.ANA;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.LUIS;
import static org.tinkuy.site.Drafted.SESSION_API;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class DeskSpeakersTests {

    private static final String PAGE = DESK + "/speakers/" + ANA;
    private static final String ANA_API = API + "/speakers/" + ANA;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
    }

    private Browser organiser(String language) {
        return new Browser(port).speaking(language).signedIn(Tokens.organiser("owner:*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "qu"})
    void isWholeInEveryLanguage(String language) {
        for (var path : new String[] {DESK, DESK + "/speakers/new", PAGE, PAGE + "/removal"}) {
            var page = organiser(language).open(path);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html()).doesNotContain("??", "<b> Quispe", "th:");
        }
    }

    @Test
    void saysAtTheDeskWhoIsNotShown() {
        assertThat(organiser("en").open(DESK).html())
                .contains("Ana &lt;b&gt; Quispe", "Ingeniera · UNSAAC")
                .containsPattern("Luis Mamani</a> *<span class=\"state pending\">Not shown");
    }

    @Test
    void keepsWhatTheFormDoesNotOffer() {
        services.answers("PUT " + ANA_API, 200, Drafted.ANA_DRAFT);
        var form = organiser("en").open(PAGE);
        assertThat(form.field("agreed")).isEqualTo("2026-11-20");
        assertThat(form.html())
                .contains("name=\"languages\" value=\"es\" checked")
                .contains("<textarea class=\"prose\" rows=\"5\" id=\"biography-es\"");

        var saved =
                organiser("en")
                        .post(
                                PAGE,
                                "version",
                                "4",
                                "name",
                                "Ana Quispe",
                                "languages",
                                "en",
                                "languages",
                                "es",
                                "biography-es",
                                "Uno.\nDos.",
                                "agreed",
                                "");

        assertThat(saved.header("Location")).endsWith(DESK + "?done=saved");
        assertThat(services.requests("PUT " + ANA_API).getFirst().body())
                .contains("\"languages\":[\"es\",\"ay\",\"en\"]", "\"agreed\":null")
                .contains("\"slug\":\"ana-quispe\"");
    }

    @Test
    void namesWhatIsWrongBesideIt() {
        services.answers(
                "PUT " + ANA_API,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"address","code":"invalid-address"},{"field":"name","code":"required"}]}
                """);

        var again = organiser("en").post(PAGE, "version", "4", "address", "ana");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html())
                .contains("href=\"#name\"", "href=\"#address\"", "id=\"address-fault\"")
                .contains("This is not an e-mail address we can write to.");
    }

    @Test
    void saysWhoAloneCanAllowWhatWasDeclined() {
        services.answers(
                "PUT " + ANA_API,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"agreed","code":"impossible"}]}
                """);

        assertThat(organiser("en").post(PAGE, "version", "4", "agreed", "2026-11-28").html())
                .contains("This person answered that they do not want to be shown.")
                .doesNotContain("The end has to come");
    }

    @Test
    void removesThem() {
        services.answers("DELETE " + ANA_API, 204, "");

        assertThat(organiser("en").open(PAGE + "/removal").html())
                .contains("Remove this speaker?", "Ana &lt;b&gt; Quispe");
        assertThat(organiser("en").post(PAGE + "/removal", "version", "4").header("Location"))
                .endsWith(DESK + "?done=speaker-removed");
        assertThat(services.requests("DELETE " + ANA_API).getFirst().path()).endsWith("?version=4");
    }

    @Test
    void offersTheSpeakersToEachSession() {
        services.answers(
                "GET " + SESSION_API,
                200,
                Drafted.FIRST_DRAFT.replace(
                        "\"place\"", "\"speakers\":[\"%s\"],\"place\"".formatted(LUIS)));
        services.answers("PUT " + SESSION_API, 200, Drafted.FIRST_DRAFT);
        var page = DESK + "/sessions/" + FIRST;

        assertThat(organiser("en").open(page).html())
                .contains("name=\"speakers\" value=\"%s\" checked".formatted(LUIS))
                .contains("name=\"moderators\" value=\"%s\">".formatted(ANA));
        organiser("en")
                .post(
                        page,
                        "version",
                        "5",
                        "kind",
                        "plenary",
                        "eventId",
                        EVENT.toString(),
                        "speakers",
                        ANA.toString(),
                        "speakers",
                        LUIS.toString(),
                        "moderators",
                        ANA.toString());

        assertThat(services.requests("PUT " + SESSION_API).getFirst().body())
                .contains("\"speakers\":[\"%s\",\"%s\"]".formatted(LUIS, ANA))
                .contains("\"moderators\":[\"%s\"]".formatted(ANA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "qu"})
    void leadsFromAFreeTimeToTheFormWithIt(String language) {
        services.answers(
                "GET " + SESSION_API + "/free-slots",
                200,
                """
                {"slots":[{"date":"2027-05-28","starts":"08:00"},
                  {"date":"2027-05-27","starts":"18:30","ends":"20:30"}],"against":[]}
                """);
        var form = DESK + "/sessions/" + FIRST;

        var page = organiser(language).open(form + "/free-slots");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains(
                        form + "?date=2027-05-27&amp;starts=18:30&amp;ends=20:30",
                        "18:30–\u206020:30")
                .contains("?date=2027-05-28&amp;starts=08:00\"")
                .containsSubsequence("date=2027-05-27", "date=2027-05-28")
                .doesNotContain("??");
        var typed = organiser(language).open(form + "?date=2027-05-27&starts=18:30&ends=20:30");
        assertThat(typed.field("date")).isEqualTo("2027-05-27");
        assertThat(typed.field("starts")).isEqualTo("18:30");
        assertThat(typed.field("ends")).isEqualTo("20:30");
        assertThat(typed.field("version")).isEqualTo("5");
        assertThat(organiser(language).open(form + "?date=x&starts=y").field("date"))
                .isEqualTo("2027-05-26");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "qu"})
    void saysWhyThereIsNoFreeTime(String language) {
        var path = "GET " + SESSION_API + "/free-slots";
        services.answers(
                path,
                200,
                """
                {"slots":[],"against":["outside-plenary-window","next-day","speaker-elsewhere"]}
                """);
        var form = DESK + "/sessions/" + FIRST;

        var page = organiser(language).open(form + "/free-slots");

        assertThat(page.html())
                .contains("18:00", "20:00", "href=\"" + form + "#date\"")
                .doesNotContain("??", "{0}");
        if (language.equals("en")) {
            assertThat(page.html())
                    .contains(
                            "No other time helps.",
                            "Plenaries of this programme take place between 18:00 and 20:00, and"
                                    + " each lasts 2 hours.",
                            "From 18:00 to 20:00 the session would go on into the next day.",
                            "Somebody who speaks or moderates here does so elsewhere")
                    .doesNotContain("within two weeks");
        }
        services.answers(path, 200, "{\"slots\":[],\"against\":[]}");
        assertThat(organiser("en").open(form + "/free-slots").html())
                .contains("There is no free time within two weeks.")
                .doesNotContain("No other time helps", "no day and time yet");
    }

    @Test
    void tellsWhatWouldChangeByName() {
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"seen","changes":[
                  {"part":"speaker","id":"%s","change":"added","name":"Ana Quispe","objections":[],
                   "fields":[{"field":"languages","after":["es","ay"]}]},
                  {"part":"session","id":"%s","change":"changed","objections":[],
                   "fields":[{"field":"speakers","after":["%s"]}]}]}
                """
                        .formatted(ANA, FIRST, LUIS));

        assertThat(organiser("en").open(DESK + "/changes").html())
                .contains("<span>Ana Quispe</span>", "Speaker · New", "Español", "Luis Mamani")
                .doesNotContain("??", LUIS.toString());
    }
}
