package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is published is answered from memory, and what was changed is seen.
@RunningService
class PublicAnswersIT {

    @Autowired private WebTestClient http;
    @Autowired private DatabaseClient database;

    private String programme = "";
    private String session = "";

    @BeforeEach
    void publish() {
        programme =
                ask(http.post()
                                .uri("/api/programmes/import")
                                .contentType(MediaType.APPLICATION_YAML)
                                .bodyValue(
                                        """
                                        programmes:
                                          - slug: p-%s
                                            title: {en: One}
                                            time_zone: America/Lima
                                            mode: online
                                        """
                                                .formatted(UUID.randomUUID())))
                        .get(0)
                        .get("id")
                        .asString();
        session =
                ask(http.post()
                                .uri("/api/programmes/" + programme + "/sessions")
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(
                                        "{\"kind\": \"workshop\", \"title\": {\"en\": \"x\"}, \"capacity\": 3}"))
                        .get("id")
                        .asString();
    }

    @Test
    void showsAChangeOfThisInstanceAtOnce() {
        for (var seats = 10; seats < 30; seats++) {
            assertThat(get("/api/sessions/" + session).has("capacity")).isTrue();
            limit(seats);
            assertThat(get("/api/sessions/" + session).get("capacity").asInt()).isEqualTo(seats);
            assertThat(
                            get("/api/programmes/" + programme + "/sessions")
                                    .get(0)
                                    .get("capacity")
                                    .asInt())
                    .isEqualTo(seats);
        }
    }

    /// As another instance does it, which tells this one nothing.
    @Test
    void showsAChangeOfAnotherInstanceSoon() {
        assertThat(get("/api/sessions/" + session).get("capacity").asInt()).isEqualTo(3);
        database.sql("update published_sessions set capacity = 4 where id = :id")
                .bind("id", UUID.fromString(session))
                .then()
                .block();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(get("/api/sessions/" + session).get("capacity").asInt())
                                .isEqualTo(4));
    }

    private void limit(int seats) {
        ask(
                http.put()
                        .uri("/api/sessions/" + session + "/capacity")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"capacity\": " + seats + "}"));
    }

    private JsonNode get(String path) {
        return ask(http.get().uri(path));
    }

    private static JsonNode ask(WebTestClient.RequestHeadersSpec<?> request) {
        return JsonMapper.shared()
                .readTree(
                        request.header(HttpHeaders.AUTHORIZATION, Callers.owner())
                                .exchange()
                                .expectStatus()
                                .is2xxSuccessful()
                                .expectHeader()
                                .contentType(MediaType.APPLICATION_JSON)
                                .expectBody()
                                .returnResult()
                                .getResponseBody());
    }
}
