package org.tinkuy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends each operation of a service that takes JSON a field that nobody knows.
///
/// @param api the document of the service's API
/// @param authorization of somebody who may do everything
public record UnknownFields(WebTestClient http, JsonNode api, String authorization) {

    /// @param service one of [Documents#SERVICES]
    public UnknownFields(WebTestClient http, String service, String authorization) {
        this(http, Documents.read().of(service, "/"), authorization);
    }

    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
    private static final String UNKNOWN = "unheardOf";

    /// @param asked how many operations take JSON
    /// @param taken those that did not refuse it, with their answers
    public record Walk(int asked, List<String> taken) {}

    public Walk walk() {
        var asked = 0;
        var taken = new ArrayList<String>();
        for (var path : api.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (!WITH_BODY.contains(operation.getKey()) || !takesJson(operation.getValue())) {
                    continue;
                }
                asked++;
                var method = HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT));
                var answer = read(method, path(path.getKey()), body(api, operation.getValue()));
                var error = answer.body().path("errors").path(0);
                if (answer.status() != 400
                        || !error.path("code").asString("").equals("unknown-field")
                        || !error.path("field").asString("").equals(UNKNOWN)) {
                    taken.add("%s %s: %s".formatted(method, path.getKey(), answer));
                }
            }
        }
        return new Walk(asked, taken);
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
        return template.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private record Answer(int status, JsonNode body) {}

    private Answer read(HttpMethod method, String path, @Nullable String json) {
        var request =
                http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, authorization);
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
        }
        var result = request.exchange().expectBody().returnResult();
        var body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                JsonMapper.shared().readTree(body == null ? new byte[0] : body));
    }
}
