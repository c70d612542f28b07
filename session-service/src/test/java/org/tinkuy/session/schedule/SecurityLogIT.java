package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.WrittenLines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the security log tells of each change, once, and that no text of anybody gets into it.
@RunningService
class SecurityLogIT {

    @Autowired WebTestClient http;

    private final UUID owner = UUID.randomUUID();
    private WrittenLines lines;

    /// Starting the service sets loggers up anew.
    @BeforeEach
    void listen() {
        lines = new WrittenLines(SecurityLog.LOGGER);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void tellsWhoImportedAndChangedWhat() {
        var programme =
                send(
                                HttpMethod.POST,
                                "/api/programmes/import",
                                MediaType.APPLICATION_YAML,
                                """
                                programmes:
                                  - slug: p-%s
                                    title: {en: Zoila Unaypacha}
                                    time_zone: America/Lima
                                    mode: online
                                """
                                        .formatted(UUID.randomUUID()))
                        .get(0)
                        .get("id")
                        .asString();
        var session =
                json(
                                HttpMethod.POST,
                                "/api/programmes/" + programme + "/sessions",
                                "{\"kind\": \"workshop\", \"title\": {\"en\": \"Zoila\"}, \"capacity\": 3}")
                        .get("id")
                        .asString();
        json(HttpMethod.PUT, "/api/sessions/" + session + "/capacity", "{\"capacity\": 7}");
        json(
                HttpMethod.POST,
                "/api/sessions/" + session + "/cancellation",
                "{\"reason\": {\"en\": \"Zoila is ill\"}}");
        http.put()
                .uri("/api/sessions/" + session + "/capacity")
                .header(HttpHeaders.AUTHORIZATION, Callers.bearerOf(owner))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"capacity\": 9}")
                .exchange()
                .expectStatus()
                .isForbidden();

        assertOnce("programmes-imported", "by=" + owner, "count=1");
        assertOnce("session-changed", "by=" + owner, "about=" + session, "what=scheduled");
        assertOnce("seats-changed", "by=" + owner, "about=" + session, "count=7");
        assertOnce("session-changed", "by=" + owner, "about=" + session, "what=cancelled");
        assertOnce("access-refused", "by=" + owner);
        assertThat(lines.with("Zoila")).isEmpty();
    }

    /// What is refused is told when the answer has left.
    private void assertOnce(Object... words) {
        await().untilAsserted(() -> assertThat(lines.with(words)).as("%s", lines.all()).hasSize(1));
    }

    private JsonNode json(HttpMethod method, String uri, String body) {
        return send(method, uri, MediaType.APPLICATION_JSON, body);
    }

    private JsonNode send(HttpMethod method, String uri, MediaType type, String body) {
        return JsonMapper.shared()
                .readTree(
                        http.method(method)
                                .uri(uri)
                                .header(
                                        HttpHeaders.AUTHORIZATION,
                                        Callers.bearerOf(owner, "owner:*"))
                                .contentType(type)
                                .bodyValue(body)
                                .exchange()
                                .expectStatus()
                                .is2xxSuccessful()
                                .expectBody()
                                .returnResult()
                                .getResponseBody());
    }
}
