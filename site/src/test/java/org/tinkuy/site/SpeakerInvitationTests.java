package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.ANA;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class SpeakerInvitationTests {

    private static final String TOKEN = "q83vEjRWeJCrze8SNFZ4kA";
    private static final String PAGE = "/speakers/invitation/" + TOKEN;
    private static final String MAKING = DESK + "/speakers/" + ANA + "/invitation";
    private static final String LOOKS = "POST /api/speaker-invitations/preview";
    private static final String ANSWERS = "POST /api/speaker-invitations";
    private static final String ENTRY =
            """
            {"programmeId":"%s","programme":{"es":"Voces"},"version":4,"name":"Ana <b> Quispe",
             "role":"Ingeniera","languages":["es","ay"],"biography":{"es":"Uno.","ay":"Maya."}}
            """
                    .formatted(Drafted.PROGRAMME);

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
        services.answers(LOOKS, 200, ENTRY);
        services.answers(ANSWERS, 200, ENTRY);
        services.answers(
                "POST " + API + "/speakers/" + ANA + "/invitation",
                201,
                "{\"token\":\"%s\",\"expiresAt\":\"2027-01-29T15:00:00Z\"}".formatted(TOKEN));
    }

    private Browser organiser(String language) {
        return new Browser(port).speaking(language).signedIn(Tokens.organiser("owner:*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "qu"})
    void isWholeInEveryLanguage(String language) {
        var pages =
                new Browser.Page[] {
                    organiser(language).open(MAKING),
                    organiser(language).post(MAKING),
                    new Browser(port).speaking(language).open(PAGE),
                    new Browser(port).speaking(language).open(PAGE + "?saved=yes")
                };
        for (var page : pages) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html()).doesNotContain("??", "<b> Quispe", "th:", "{0}", "''");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void makesTheLinkAndTheMailWithIt() {
        assertThat(organiser("es").open(MAKING).html()).doesNotContain(TOKEN);

        assertThat(organiser("es").post(MAKING).html())
                .contains("value=\"http://", PAGE + "\"")
                .contains("href=\"mailto:ana%40example.org?subject=")
                .contains("%0D%0A");
    }

    @Test
    void letsASpeakerMendTheirEntryWithoutSigningIn() {
        var page = new Browser(port).speaking("es").open(PAGE);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.field("version")).isEqualTo("4");
        assertThat(page.html())
                .contains(
                        "method=\"post\" action=\"" + PAGE + "\"",
                        "Voces",
                        "name=\"languages\" value=\"es\" checked");

        var saved =
                new Browser(port)
                        .speaking("es")
                        .post(
                                PAGE,
                                "version",
                                "4",
                                "name",
                                "Ana Quispe",
                                "languages",
                                "es",
                                "biography-es",
                                "Dos.",
                                "agrees",
                                "true");

        assertThat(saved.header("Location")).endsWith(PAGE + "?saved=yes");
        assertThat(new Browser(port).speaking("es").open(PAGE + "?saved=yes").html())
                .contains("role=\"status\"", "No apareces en público.");
        assertThat(services.requests(ANSWERS).getFirst().body())
                .contains("\"token\":\"" + TOKEN + "\"", "\"agrees\":true", "\"version\":4")
                .contains("\"languages\":[\"es\",\"ay\"]")
                .contains("\"biography\":{\"es\":\"Dos.\",\"ay\":\"Maya.\"}")
                .doesNotContain("programme");
    }

    @Test
    void asksAgainWhereNothingIsSaidOfConsent() {
        services.answers(
                ANSWERS,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"agrees","code":"required"}]}
                """);

        var again = new Browser(port).speaking("en").post(PAGE, "version", "4", "name", "Ana");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("href=\"#agrees\"", "This is needed.");
        assertThat(services.requests(ANSWERS).getFirst().body()).contains("\"agrees\":null");
    }

    @Test
    void saysThatALinkOpensNothing() {
        services.answers(LOOKS, 404, "{\"type\":\"urn:tinkuy:problem:not-found\"}");

        var over = new Browser(port).speaking("en").open(PAGE);

        assertThat(over.status()).isEqualTo(404);
        assertThat(over.html()).contains("This link opens nothing");
        var typed = new Browser(port).speaking("en").post(PAGE, "version", "4", "name", "Anita");
        assertThat(typed.status()).isEqualTo(422);
        assertThat(typed.field("name")).isEqualTo("Anita");
        assertThat(new Browser(port).open("/speakers/invitation/%22").status()).isEqualTo(404);
    }
}
