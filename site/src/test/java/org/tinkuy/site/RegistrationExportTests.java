package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.DIALOGUE_WITHOUT_A_DATE;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What organisers take along.
@SiteTest
class RegistrationExportTests {

    private static final String CSV =
            "/organiser/registrations.csv?programme=" + HEADING_TO_PERUMIN;

    private static final String MINING_INTEGRATION = "0195a1c0-0000-7000-8000-000000000041";

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void someRegistered() {
        registrations.reset();
        registrations.answers(
                "GET /api/registrations/export",
                200,
                """
                [{"id":"0195a1c0-0000-7000-8000-0000000000b1","sessionId":"%s","programmeId":"%s",
                  "status":"confirmed","requestedAt":"2026-11-22T13:00:00.5Z",
                  "confirmedAt":"2026-11-22T13:01:00Z",
                  "attendee":{"id":"x","name":"=Rosa","address":"rosa@example.org","language":"qu"}},
                 {"id":"0195a1c0-0000-7000-8000-0000000000b2",
                  "sessionId":"0195a1c0-0000-7000-8000-0000000000ff","programmeId":"%s",
                  "status":"lapsed","requestedAt":"2026-11-22T13:00:00Z"}]
                """
                        .formatted(FIRST_PLENARY, HEADING_TO_PERUMIN, HEADING_TO_PERUMIN));
    }

    private Browser organiser(String language) {
        return new Browser(port).speaking(language).signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void isAFileInTheOrganisersWords() {
        var file = organiser("es").open(CSV);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment; filename=\"heading-to-perumin-2026-")
                .endsWith(".csv\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.html().lines())
                .satisfiesExactly(
                        names ->
                                assertThat(names)
                                        .contains("\"Nombre\",\"Correo electrónico\",\"Idioma\"")
                                        .contains("\"Solicitada (America/Lima)\""),
                        rosa ->
                                assertThat(rosa)
                                        .startsWith(
                                                "\"'=Rosa\",\"rosa@example.org\",\"Runasimi\","
                                                        + "\"Confirmada\",")
                                        .contains("2026-11-25T18:00:00-05:00")
                                        .contains("2026-11-22T08:00:00-05:00")
                                        .endsWith("\"0195a1c0-0000-7000-8000-0000000000b1\""),
                        erased ->
                                assertThat(erased)
                                        .startsWith("\"(ya no se conoce)\",,,")
                                        .contains("\"0195a1c0-0000-7000-8000-0000000000ff\""));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Session begins",
        "fr, Début de la séance",
        "qu, Huñunakuy qallarin",
        "es, Empieza la sesión"
    })
    void namesItsColumnsInEveryLanguage(String language, String column) {
        assertThat(organiser(language).open(CSV).html())
                .contains("\"" + column + " (America/Lima)\"")
                .doesNotContain("\u00AD", "??");
    }

    @Test
    void isAWorkbookToo() {
        var file = organiser("en").open(CSV.replace(".csv", ".xlsx"));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(file.html()).startsWith("PK");
    }

    @Test
    void isOfWhatTheListShows() {
        organiser("en").open(CSV + "&session=" + FIRST_PLENARY + "&status=confirmed&search=Rosa+Q");

        assertThat(registrations.requests("GET /api/registrations/export"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.path())
                                .contains("programmeId=" + HEADING_TO_PERUMIN)
                                .contains("sessionId=" + FIRST_PLENARY)
                                .contains("status=confirmed")
                                .contains("search=Rosa%20Q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "programme=",
                "programme=heading-to-perumin",
                "programme=0195a1c0-0000-7000-8000-0000000000ff",
                "programme=%s&status=x",
                "programme=%s&event=x",
                "programme=%s&event=0195a1c0-0000-7000-8000-0000000000ff",
                "programme=%s&session=x",
                "programme=%s&session=0195a1c0-0000-7000-8000-0000000000ff",
                "programme=%s&session=%s",
                "programme=%s&status=confirmed&status=waitlisted",
            })
    void isNothingElseWhereWhatIsAskedForIsNotThere(String asked) {
        var query = String.format(Locale.ROOT, asked, HEADING_TO_PERUMIN, DIALOGUE_WITHOUT_A_DATE);

        for (var ending : List.of(".csv", ".xlsx")) {
            assertThat(organiser("en").open("/organiser/registrations" + ending + "?" + query))
                    .satisfies(page -> {
                        assertThat(page.status()).isEqualTo(404);
                        assertThat(page.header("Content-Disposition")).isNull();
                    });
        }
        assertThat(registrations.requests("GET /api/registrations/export")).isEmpty();
    }

    @Test
    void isNoLongerListThanWasSearchedFor() {
        assertThat(organiser("en").open(CSV + "&search=" + "x".repeat(201)).status())
                .isEqualTo(404);
    }

    @Test
    void isNotOfAProgrammeThatSomebodyElseOrganises() {
        var other =
                new Browser(port)
                        .speaking("en")
                        .signedIn(Tokens.organiser("organiser:" + MINING_INTEGRATION));

        assertThat(other.open(CSV).status()).isEqualTo(404);
        assertThat(registrations.requests("GET /api/registrations/export")).isEmpty();
    }

    @Test
    void isForThoseWhoOrganiseTheProgramme() {
        var attendee = new Browser(port).speaking("en").signedIn(Tokens.organiser());

        assertThat(attendee.open(CSV).status()).isEqualTo(403);
        assertThat(new Browser(port).open(CSV).status()).isEqualTo(303);
        assertThat(registrations.requests("GET /api/registrations/export")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".xlsx"})
    void isAPageThatSaysSoWhereTheServiceIsAway(String ending) {
        registrations.answers("GET /api/registrations/export", 500, "");

        var page = organiser("en").open(CSV.replace(".csv", ending));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }
}
