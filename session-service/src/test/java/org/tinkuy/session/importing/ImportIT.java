package org.tinkuy.session.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;

@RunningService
class ImportIT {

    @Autowired private WebTestClient http;

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
    void refusesAFileOverTheLimit() {
        send(file(slug) + "#".repeat(70_000), Callers.owner())
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:body-too-large");
    }

    private ResponseSpec send(String file, @Nullable String authorization) {
        var request =
                http.post().uri("/api/programmes/import").contentType(MediaType.APPLICATION_YAML);
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
