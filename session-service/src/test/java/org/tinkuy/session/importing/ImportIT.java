package org.tinkuy.session.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tinkuy.session.RunningService;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.PublishedSessions;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import reactor.core.publisher.Flux;

@RunningService
@ExtendWith(OutputCaptureExtension.class)
class ImportIT {

    @Autowired private WebTestClient http;
    @Autowired private PublishedSessions sessions;

    private final String slug = "imported-" + UUID.randomUUID();

    @Test
    void publishesAProgrammeWithItsSessionsAndItsRealDates() {
        send(file(slug), Callers.owner())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].imported")
                .isEqualTo(true);

        var programme = id(slug);
        var message = Published.await("programmes", programme, 1).getFirst();
        assertThat(new Contract("programmes", "programme-published").violations(message.body()))
                .isEmpty();
        assertThat(message.type()).isEqualTo("programme-published");
        assertThat(message.sequence()).isEqualTo(1);
        http.get()
                .uri("/api/programmes/" + slug + "/sessions")
                .exchange()
                .expectBody()
                .jsonPath("$[0].date")
                .isEqualTo("2021-05-26")
                .jsonPath("$[0].programmeId")
                .isEqualTo(programme.toString());
    }

    @Test
    void asksOnceWhetherAFileTellsOfThePast() {
        send("", file(slug), Callers.owner())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("past")
                .jsonPath("$.errors[0].field")
                .isEqualTo("programmes[0].sessions[0].date");

        http.get().uri("/api/programmes/" + slug).exchange().expectStatus().isNotFound();
    }

    @Test
    void takesNoMoreSessionsThanAProgrammeMayHave() {
        var events = new StringBuilder("    events:\n");
        for (var event : List.of("one", "two")) {
            events.append("      - slug: %s\n        title: {en: x}\n".formatted(event))
                    .append("        sessions:\n")
                    .append("          - {kind: hub}\n".repeat(5001));
        }
        var file =
                """
                programmes:
                  - slug: %s
                    title: {en: x}
                    time_zone: America/Lima
                    mode: online
                """
                        .formatted(slug);

        send("", file + events, Callers.owner())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("too-many")
                .jsonPath("$.errors[0].detail")
                .isEqualTo(slug + " would have more than 10000 sessions.");

        http.get().uri("/api/programmes/" + slug).exchange().expectStatus().isNotFound();
    }

    @Test
    void saysThatNothingWasSent() {
        send("", Callers.owner())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("The file is empty.");
    }

    @Test
    void leavesWhatIsThereAsItIs() {
        send(file(slug), Callers.owner()).expectStatus().isOk();
        var programme = id(slug);

        send(file(slug).replace("One", "Two"), Callers.owner())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].imported")
                .isEqualTo(false)
                .jsonPath("$[0].id")
                .isEqualTo(programme.toString());

        http.get()
                .uri("/api/programmes/" + programme)
                .exchange()
                .expectBody()
                .jsonPath("$.title.en")
                .isEqualTo("One");
        assertThat(Published.await("programmes", programme, 1)).hasSize(1);
    }

    @Test
    void importsAllOrNothing() {
        var broken =
                file(slug)
                        + """
                          - slug: second
                            title: {en: Second}
                            time_zone: America/Lima
                            mode: online
                            colour: red
                        """;

        send(broken, Callers.owner())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("programmes[1].colour")
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-field");

        http.get().uri("/api/programmes/" + slug).exchange().expectStatus().isNotFound();
    }

    @Test
    void isForTheOrganisationsOwnerOnly() {
        send(file(slug), null).expectStatus().isUnauthorized();
        send(file(slug), Callers.attendee()).expectStatus().isForbidden();
        send(file(slug), Callers.organiserOf(UUID.randomUUID())).expectStatus().isForbidden();
    }

    @Test
    void refusesASlugOfAnyLengthWithOneLine(CapturedOutput log) {
        send(file("a-".repeat(40_000) + "a"), Callers.owner())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("programmes[0].slug");

        assertThat(log).contains("Refused: invalid-request").doesNotContain("StackOverflowError");
    }

    @Test
    void refusesAFileOverTheLimit() {
        send(file(slug) + "#".repeat(20 * 1024 * 1024), Callers.owner())
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:body-too-large")
                .jsonPath("$.detail")
                .isEqualTo("A file of programmes has up to 8 MB.");
    }

    @Test
    void refusesAFileOverTheLimitThatDoesNotTellItsLength() {
        var piece = "#".repeat(64 * 1024) + "\n";
        http.post()
                .uri("/api/programmes/import")
                .contentType(MediaType.APPLICATION_YAML)
                .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                .body(Flux.just(piece).repeat(9 * 16), String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("A file of programmes has up to 8 MB.");
    }

    @Test
    void takesAFileOfFiveMegabytes() {
        var note = "x".repeat(1500);
        var file = new StringBuilder(file(slug));
        for (var i = 0; i < 3500; i++) {
            file.append("      - {kind: hub, note: %s}\n".formatted(note));
        }
        assertThat(file.length()).isGreaterThan(5 * 1024 * 1024);

        send(file.toString(), Callers.owner())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].imported")
                .isEqualTo(true);

        assertThat(sessions.ofProgramme(new ProgrammeId(id(slug))).count().block()).isEqualTo(3501);
    }

    @Test
    void saysThatAProgrammeIsTooLargeToBePublished() {
        var file =
                """
                programmes:
                  - slug: %s
                    title: {en: One}
                    time_zone: America/Lima
                    mode: online
                    challenges_raised:
                """
                                .formatted(slug)
                        + "      - %s\n".formatted("x".repeat(2000)).repeat(200)
                        + "    facts:\n"
                        + "      - %s\n".formatted("ñ".repeat(2000)).repeat(200);

        send(file, Callers.owner())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("too-long");

        http.get().uri("/api/programmes/" + slug).exchange().expectStatus().isNotFound();
    }

    @Test
    void exportsWhatIsPublishedAsAFileThatImports() {
        send(file(slug), Callers.owner()).expectStatus().isOk();
        var exported =
                http.get()
                        .uri("/api/programmes/" + slug + "/file")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.APPLICATION_YAML)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        var other = "imported-" + UUID.randomUUID();

        send(Objects.requireNonNull(exported).replace(slug, other), Callers.owner())
                .expectStatus()
                .isOk();

        http.get()
                .uri("/api/programmes/" + other + "/sessions")
                .exchange()
                .expectBody()
                .jsonPath("$[0].kind")
                .isEqualTo("plenary")
                .jsonPath("$[0].startsAt")
                .isEqualTo("2021-05-26T23:00:00Z");
        http.get().uri("/api/programmes/nowhere/file").exchange().expectStatus().isNotFound();
    }

    private ResponseSpec send(String file, @Nullable String authorization) {
        return send("?meant=past", file, authorization);
    }

    private ResponseSpec send(String query, String file, @Nullable String authorization) {
        var request =
                http.post()
                        .uri("/api/programmes/import" + query)
                        .contentType(MediaType.APPLICATION_YAML);
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return request.bodyValue(file).exchange();
    }

    private UUID id(String slugOfProgramme) {
        var programme =
                http.get()
                        .uri("/api/programmes/" + slugOfProgramme)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Identified.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(programme).id();
    }

    record Identified(UUID id) {}

    private static String file(String slug) {
        return """
        programmes:
          - slug: %s
            title: {en: One}
            time_zone: America/Lima
            mode: online
            sessions:
              - {kind: plenary, date: 2021-05-26, starts: "18:00", ends: "20:00"}
        """
                .formatted(slug);
    }
}
