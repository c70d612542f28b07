package org.tinkuy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends each operation of a service a parameter that nobody knows and, in JSON or where it takes
/// no body, a field that nobody knows.
///
/// @param api the document of the service's API
/// @param authorization of somebody who may do everything
public record UnknownFields(WebTestClient http, JsonNode api, String authorization) {

    /// @param service one of [Documents#SERVICES]
    public UnknownFields(WebTestClient http, String service, String authorization) {
        this(http, Documents.read().of(service, "/"), authorization);
    }

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String UNKNOWN = "unheardOf";

    /// @param asked how many operations take JSON
    /// @param taken those that did not refuse it, with their answers
    public record Walk(int asked, List<String> taken) {}

    public Walk walk() {
        var asked = 0;
        var taken = new ArrayList<String>();
        for (var path : api.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (!METHODS.contains(operation.getKey())) {
                    continue;
                }
                if (takesJson(operation.getValue())) {
                    asked++;
                }
                var method = HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT));
                answers(method, path(path.getKey()), operation.getValue())
                        .filter(answer -> !answer.refusesTheUnknown())
                        .map(answer -> "%s %s: %s".formatted(method, path.getKey(), answer))
                        .forEach(taken::add);
            }
        }
        return new Walk(asked, taken);
    }

    private Stream<Answer> answers(HttpMethod method, String path, JsonNode operation) {
        var types = operation.at("/requestBody/content").propertyNames();
        var type = types.stream().findFirst().orElse(MediaType.APPLICATION_JSON_VALUE);
        var parameter = read(method, path + "?" + UNKNOWN + "=1", type, "");
        if (takesJson(operation)) {
            return Stream.of(parameter, read(method, path, type, body(api, operation)));
        }
        return types.isEmpty() && !method.equals(HttpMethod.GET)
                ? Stream.of(parameter, read(method, path, type, "{\"" + UNKNOWN + "\": true}"))
                : Stream.of(parameter);
    }

    private static boolean takesJson(JsonNode operation) {
        return operation.at("/requestBody/content").has(MediaType.APPLICATION_JSON_VALUE);
    }

    /// With what is required, so that nothing else is missing.
    private static String body(JsonNode api, JsonNode operation) {
        var schema =
                operation
                        .at("/requestBody/content")
                        .get(MediaType.APPLICATION_JSON_VALUE)
                        .path("schema");
        var referred = schema.path("$ref").asString("").replace("#", "");
        var body = JsonMapper.shared().createObjectNode();
        (referred.isEmpty() ? schema : api.at(referred))
                .path("required")
                .forEach(field -> body.putNull(field.asString()));
        return body.put(UNKNOWN, true).toString();
    }

    private static String path(String template) {
        return template.replace("{number}", "1")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private record Answer(int status, JsonNode body) {

        boolean refusesTheUnknown() {
            var error = body.path("errors").path(0);
            return status == 400
                    && error.path("code").asString("").equals("unknown-field")
                    && error.path("field").asString("").equals(UNKNOWN);
        }
    }

    private Answer read(HttpMethod method, String path, String type, String body) {
        var result =
                http.method(method)
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .contentType(MediaType.valueOf(type))
                        .bodyValue(body)
                        .exchange()
                        .expectBody()
                        .returnResult();
        var answered = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                JsonMapper.shared().readTree(answered == null ? new byte[0] : answered));
    }
}
