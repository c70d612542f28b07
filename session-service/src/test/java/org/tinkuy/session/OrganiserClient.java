package org.tinkuy.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks as an organiser of one programme, and as others where a test says so.
public record OrganiserClient(WebTestClient http, UUID programme) {

    public record Answer(int status, JsonNode body) {

        public String problem() {
            return body.path("type").asString("").replace("urn:tinkuy:problem:", "");
        }

        /// The first field that is wrong, and how.
        public String fault() {
            var error = body.path("errors").path(0);
            return error.path("field").asString() + " " + error.path("code").asString();
        }
    }

    /// Of the first programme of a file, which is new.
    public static OrganiserClient importing(WebTestClient http, String file) {
        var imported =
                http.post()
                        .uri("/api/programmes/import")
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .contentType(MediaType.APPLICATION_YAML)
                        .bodyValue(file)
                        .exchange();
        return new OrganiserClient(
                http, UUID.fromString(answer(imported).body().get(0).get("id").asString()));
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, null, Callers.organiserOf(programme));
    }

    public Answer put(String path, String body) {
        return send(HttpMethod.PUT, path, body, Callers.organiserOf(programme));
    }

    public Answer post(String path, String body) {
        return send(HttpMethod.POST, path, body, Callers.organiserOf(programme));
    }

    public Answer send(
            HttpMethod method, String path, @Nullable String body, @Nullable String authorization) {
        var request = http.method(method).uri(path);
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return answer(request.exchange());
    }

    private static Answer answer(WebTestClient.ResponseSpec response) {
        var result = response.expectBody().returnResult();
        var body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                JsonMapper.shared().readTree(body == null ? new byte[0] : body));
    }
}
