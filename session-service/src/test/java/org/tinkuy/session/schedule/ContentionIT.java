package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contention;
import tools.jackson.databind.json.JsonMapper;

/// What another transaction prevents is tried again, and then asked to come back.
@RunningService
class ContentionIT {

    @Autowired WebTestClient http;
    @Autowired Environment environment;

    private UUID session;

    @BeforeEach
    void scheduleASession() {
        var imported =
                http.post()
                        .uri("/api/programmes/import")
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .contentType(MediaType.APPLICATION_YAML)
                        .bodyValue(
                                """
                                programmes:
                                  - slug: p-%s
                                    title: {en: One}
                                    time_zone: America/Lima
                                    mode: online
                                """
                                        .formatted(UUID.randomUUID()))
                        .exchange();
        var programme = text(imported, "/0/id");
        session =
                UUID.fromString(
                        text(
                                http.post()
                                        .uri("/api/programmes/" + programme + "/sessions")
                                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .bodyValue("{\"kind\": \"workshop\"}")
                                        .exchange(),
                                "/id"));
    }

    @Test
    void limitsSeatsAlthoughItWasTheVictimOfADeadlock() {
        try (var contention = new Contention(environment, "sessions")) {
            var other =
                    contention.deadlock(
                            "select from sessions where id = '%s' for update".formatted(session));

            limitSeats().expectStatus().isOk();

            other.join();
            assertThat(contention.attempts()).isEqualTo(2);
        }
    }

    @Test
    void asksToComeBackWhereALockIsHeldForTooLong() {
        try (var contention = new Contention(environment, "sessions")) {
            contention.holdLock(Duration.ofMillis(50));

            limitSeats()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "2")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:tinkuy:problem:service-unavailable");

            assertThat(contention.attempts()).isEqualTo(4);
            contention.letGo();
            limitSeats().expectStatus().isOk();
        }
    }

    private WebTestClient.ResponseSpec limitSeats() {
        return http.put()
                .uri("/api/sessions/" + session + "/capacity")
                .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"capacity\": 5}")
                .exchange();
    }

    private static String text(WebTestClient.ResponseSpec answer, String pointer) {
        var body =
                answer.expectStatus()
                        .is2xxSuccessful()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body)).at(pointer).asString();
    }
}
