package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.APURIMAC;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever is signed in registers oneself, or somebody who has the same address.
@SiteTest
class RegisteringAnotherTests {

    private static final String ANOTHER = APURIMAC + "?another=true";

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void isKnown() {
        registrations.reset();
        registrations.answers(
                "GET /api/attendees/me",
                200,
                "{\"address\":\"rosa@example.org\",\"name\":\"Rosa Quispe\"}");
    }

    private Browser rosa() {
        return new Browser(port).speaking("en").signedIn(Tokens.attendee());
    }

    private void has(String status) {
        registrations.answers(
                "GET /api/attendees/me/registrations",
                200,
                """
                [{"id":"%s","sessionId":"%s","programmeId":"%s","name":"Rosa Quispe","status":"%s","position":1}]
                """
                        .formatted(
                                UUID.randomUUID(),
                                FIRST_PLENARY,
                                Schedules.HEADING_TO_PERUMIN,
                                status));
    }

    @Test
    void saysWhoIsRegistered() {
        var page = rosa().open(APURIMAC);

        assertThat(page.html())
                .containsPattern("You register *<strong>Rosa Quispe</strong>")
                .contains("rosa@example.org")
                .contains("href=\"" + ANOTHER + "#sessions\"")
                .doesNotContain("id=\"name\"");
        assertThat(new Browser(port).speaking("en").open(APURIMAC).html())
                .doesNotContain("another=true");
    }

    @ParameterizedTest
    @CsvSource({
        "es, Inscribirme, Inscribir",
        "fr, M’inscrire, Inscrire",
        "qu, Qillqachikuy, Qillqachiy"
    })
    void speaksOfTheOtherOneOnTheButton(String language, String oneself, String another) {
        assertThat(rosa().speaking(language).open(APURIMAC).html())
                .contains("<button>" + oneself + "</button>");
        assertThat(rosa().speaking(language).open(ANOTHER).html())
                .contains("<button>" + another + "</button>");
    }

    @Test
    void registersSomebodyElseForWhatOneHasAlready() {
        has("confirmed");
        registrations.answers("POST /api/registrations", 201, "{\"registrations\":[]}");
        var browser = rosa();

        var form = browser.open(ANOTHER);
        var sent =
                browser.post(
                        APURIMAC,
                        "another",
                        "true",
                        "name",
                        "Ben Quispe",
                        "session",
                        FIRST_PLENARY.toString());

        assertThat(form.html())
                .contains("Register somebody else")
                .contains("<button>Register</button>")
                .contains("id=\"name\"")
                .contains("value=\"" + FIRST_PLENARY + "\"")
                .doesNotContain("id=\"address\"")
                .doesNotContain("??");
        assertThat(sent.header("Location")).isEqualTo("/registrations?done=registered");
        assertThat(registrations.requests("POST /api/registrations"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("Ben Quispe"));
    }

    @Test
    void keepsTheOtherPersonsFormWhereItIsRefused() {
        has("confirmed");
        registrations.answers(
                "POST /api/registrations",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"too-many-people"}]}
                """);

        var page =
                rosa().post(
                                APURIMAC,
                                "another",
                                "true",
                                "name",
                                "Ben Quispe",
                                "session",
                                FIRST_PLENARY.toString());

        assertThat(page.html())
                .contains("As many people as may share an address")
                .contains("value=\"Ben Quispe\"")
                .contains("name=\"another\" value=\"true\"")
                .containsPattern("value=\"" + FIRST_PLENARY + "\"[^>]*checked");
    }

    @Test
    void tellsNobodyWhoWaitsThatTheyWouldJoinTheWaitingList() {
        has("waitlisted");
        registrations.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"left\":0}]".formatted(FIRST_PLENARY));

        assertThat(rosa().open(APURIMAC).html())
                .contains("You are number 1 on the waiting list")
                .doesNotContain("Full: you join the waiting list");
    }
}
