package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.openapi.DocumentedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is answered of real programmes is what the document says, and so is what is sent back.
@RunningService
class DocumentedAnswersIT {

    private static final Path SAMPLE = Path.of("..", "samples", "heading-to-perumin.yaml");

    /// Drafts of which there are several, by the name of their own id.
    private static final Map<String, String> PARTS =
            Map.of(
                    "events", "eventId",
                    "challenges", "challengeId",
                    "stands", "standId",
                    "follow-ups", "followUpId");

    @Autowired private WebTestClient http;

    private final DocumentedAnswers document = new DocumentedAnswers("session");

    @Test
    void ofTheSamplesAndWhatIsSentBackOfThem() throws IOException {
        var imported = importing(Files.readString(SAMPLE));

        assertThat(imported).hasSizeGreaterThan(4);
        ask(HttpMethod.GET, "/api/programmes", Map.of(), null, 200);
        for (var one : imported) {
            var programme = one.get("id").asString();
            readsAsDocumented(programme);
            readsAsDocumented(one.get("slug").asString());
            isSentBack("/api/programmes/{id}/draft", Map.of("id", programme));
            for (var part : PARTS.entrySet()) {
                partsAreSentBack(programme, part.getKey(), part.getValue());
            }
            sessionsAreSentBack(programme);
        }
    }

    @Test
    void ofSessionsThatAreScheduledMovedLimitedAndCancelled() {
        var programme = OrganiserClient.importing(http, plenaries()).programme().toString();
        var id = Map.of("id", programme);
        var sessions = "/api/programmes/{id}/sessions";
        var session =
                ask(
                                HttpMethod.POST,
                                sessions,
                                id,
                                """
                                {"kind": "plenary", "title": {"es": "Balance"}, "date": "2027-05-26",
                                 "starts": "18:00", "ends": "20:00", "place": null, "capacity": 3}
                                """,
                                201)
                        .get("id")
                        .asString();
        ask(
                HttpMethod.POST,
                sessions,
                id,
                "{\"kind\":\"plenary\",\"date\":\"2027-05-26\",\"starts\":\"09:00\"}",
                409);
        ask(
                HttpMethod.POST,
                sessions,
                id,
                "{\"kind\":\"hub\",\"date\":\"2020-05-26\",\"starts\":\"09:00\",\"ends\":\"08:00\"}",
                409);
        ask(HttpMethod.POST, sessions, id, "{\"kind\":\"hub\",\"ends\":\"08:00\"}", 400);
        var its = Map.of("id", session);
        ask(
                HttpMethod.PUT,
                "/api/sessions/{id}/schedule",
                its,
                """
                {"version": 1, "date": "2027-05-27", "starts": "10:00",
                 "override": {"outside-plenary-window": "The minister flies at noon."}}
                """,
                200);
        ask(HttpMethod.PUT, "/api/sessions/{id}/schedule", its, "{\"version\": 1}", 409);
        ask(HttpMethod.PUT, "/api/sessions/{id}/capacity", its, "{\"capacity\": null}", 200);
        ask(
                HttpMethod.POST,
                "/api/sessions/{id}/cancellation",
                its,
                "{\"reason\": {\"en\": \"The road is closed.\"}}",
                200);
        ask(HttpMethod.GET, "/api/sessions/{id}", its, null, 200);
        assertThat(ask(HttpMethod.GET, "/api/sessions/{id}/changes", its, null, 200).get("items"))
                .hasSize(2);
        var kept = "/api/programmes/{id}/publications";
        assertThat(ask(HttpMethod.GET, kept, id, null, 200).get("items")).hasSize(5);
        var first = Map.of("id", programme, "number", "2");
        ask(HttpMethod.GET, kept + "/{number}", first, null, 200);
        var state =
                ask(HttpMethod.GET, "/api/programmes/{id}/draft/changes", id, null, 200)
                        .get("state")
                        .asString();
        ask(
                HttpMethod.POST,
                kept + "/{number}/restoration",
                first,
                "{\"state\": \"" + state + "\"}",
                200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/file",
                "/sessions",
                "/draft",
                "/draft/events",
                "/draft/challenges",
                "/draft/stands",
                "/draft/follow-ups",
                "/draft/sessions",
                "/draft/changes",
                "/publications"
            })
    void ofAProgrammeThatThereIsNot(String path) {
        var nowhere = Map.of("id", "0195a1c0-0000-7000-8000-0000000000ff");
        ask(HttpMethod.GET, "/api/programmes/{id}" + path, nowhere, null, 404);
    }

    private static String plenaries() {
        return """
        programmes:
          - slug: p-%s
            title: {en: One}
            time_zone: America/Lima
            mode: online
            policy: {plenary: {starts: "18:00", ends: "20:00"}}
        """
                .formatted(UUID.randomUUID());
    }

    private void readsAsDocumented(String idOrSlug) {
        var of = Map.of("id", idOrSlug);
        ask(HttpMethod.GET, "/api/programmes/{id}", of, null, 200);
        ask(HttpMethod.GET, "/api/programmes/{id}/sessions", of, null, 200);
    }

    private void partsAreSentBack(String programme, String kind, String idName) {
        var list = "/api/programmes/{id}/draft/" + kind;
        for (var draft : ask(HttpMethod.GET, list, Map.of("id", programme), null, 200)) {
            var ids = Map.of("id", programme, idName, draft.get("id").asString());
            ask(HttpMethod.PUT, list + "/{" + idName + "}", ids, draft.toString(), 200);
        }
    }

    private void sessionsAreSentBack(String programme) {
        var list = "/api/programmes/{id}/draft/sessions";
        for (var draft : ask(HttpMethod.GET, list, Map.of("id", programme), null, 200)) {
            isSentBack("/api/sessions/{id}/draft", Map.of("id", draft.get("id").asString()));
        }
    }

    private void isSentBack(String path, Map<String, String> ids) {
        var draft = (ObjectNode) ask(HttpMethod.GET, path, ids, null, 200);
        var changed = ask(HttpMethod.PUT, path, ids, draft.toString(), 200);
        var version = changed.get("version").asLong();
        assertThat(version).isEqualTo(draft.get("version").asLong() + 1);
        ask(
                HttpMethod.POST,
                path.replace("/draft", "/publication"),
                ids,
                "{\"version\": " + version + "}",
                200);
    }

    private JsonNode importing(String file) {
        var answer =
                http.post()
                        .uri("/api/programmes/import?meant=past,next-day,twice")
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .contentType(MediaType.APPLICATION_YAML)
                        .bodyValue(file)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        var imported = JsonMapper.shared().readTree(answer == null ? new byte[0] : answer);
        assertThat(document.violations("POST /api/programmes/import", 200, imported)).isEmpty();
        return imported;
    }

    /// @param path as the document has it
    /// @param status that is expected
    private JsonNode ask(
            HttpMethod method,
            String path,
            Map<String, String> ids,
            @Nullable String body,
            int status) {
        var operation = method + " " + path;
        var request =
                http.method(method)
                        .uri(path, new LinkedHashMap<String, Object>(ids))
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner());
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
            if (status < 300) {
                var sent = JsonMapper.shared().readTree(body);
                assertThat(document.violationsOfBody(operation, sent)).as(operation).isEmpty();
            }
        }
        var result = request.exchange().expectBody().returnResult();
        var bytes = result.getResponseBody();
        var answer = JsonMapper.shared().readTree(bytes == null ? new byte[0] : bytes);
        assertThat(result.getStatus().value()).as(operation + " " + answer).isEqualTo(status);
        assertThat(document.violations(operation, status, answer)).as(operation).isEmpty();
        return answer;
    }
}
