package org.tinkuy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends each parameter of a service's operations, in the query, a value that is none of its kind,
/// an empty one, and its name alone.
///
/// @param api the document of the service's API
/// @param authorization of somebody who may do everything
public record OddParameters(WebTestClient http, JsonNode api, String authorization) {

    private static final String NONE = "none";
    private static final Refused ANY = new Refused("", "");

    /// @param service one of [Documents#SERVICES]
    public OddParameters(WebTestClient http, String service, String authorization) {
        this(http, Documents.read().of(service, "/"), authorization);
    }

    /// @return those that were not refused by the code of their kind, with what was answered
    public List<String> taken() {
        var taken = new ArrayList<String>();
        for (var path : api.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (var parameter : operation.getValue().path("parameters")) {
                    var read = resolved(parameter);
                    if (read.path("in").asString("").equals("query")) {
                        var method = operation.getKey().toUpperCase(Locale.ROOT);
                        ask(HttpMethod.valueOf(method), path.getKey(), operation.getValue(), read)
                                .forEach(taken::add);
                    }
                }
            }
        }
        return taken;
    }

    private Stream<String> ask(
            HttpMethod method, String path, JsonNode operation, JsonNode parameter) {
        var name = parameter.get("name").asString();
        var schema = resolved(parameter.get("schema"));
        var isList = schema.path("type").asString("").equals("array");
        var expected = expected(isList ? resolved(schema.get("items")) : schema);
        var ofNothing = isList ? new Refused("required", "Give a value.") : expected;
        var target = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()) + "?" + name;
        var ofAll =
                Stream.of(
                        fault(method, target + "=", operation, name, ofNothing),
                        fault(method, target, operation, name, ANY));
        // Any word is a text.
        var ofOthers =
                isText(schema)
                        ? Stream.<Stream<String>>empty()
                        : Stream.of(fault(method, target + "=" + NONE, operation, name, expected));
        return Stream.concat(ofAll, ofOthers).flatMap(fault -> fault);
    }

    /// @param code empty: any
    /// @param detail empty: any
    private record Refused(String code, String detail) {

        boolean isTold(Refused told) {
            return (code.isEmpty() || code.equals(told.code))
                    && (detail.isEmpty() || detail.equals(told.detail));
        }
    }

    private static Refused expected(JsonNode schema) {
        if (schema.has("enum")) {
            var words = schema.get("enum").valueStream().map(JsonNode::asString).toList();
            return new Refused("invalid-value", "One of " + String.join(", ", words) + ".");
        }
        if (schema.path("type").asString("").equals("integer")
                || schema.path("format").asString("").equals("date-time")) {
            return new Refused("wrong-type", "");
        }
        if (isTimeZone(schema)) {
            return new Refused("invalid-time-zone", "");
        }
        return isText(schema)
                ? new Refused("required", "Give a value.")
                : new Refused("invalid-id", "Not an id.");
    }

    /// OpenAPI has no format for it: what it is without being said tells.
    private static boolean isTimeZone(JsonNode schema) {
        return schema.path("default").asString("").equals("UTC");
    }

    private static boolean isText(JsonNode schema) {
        return !schema.has("enum")
                && !schema.has("format")
                && !isTimeZone(schema)
                && schema.path("type").asString("").equals("string");
    }

    private Stream<String> fault(
            HttpMethod method, String target, JsonNode operation, String name, Refused expected) {
        var type = operation.at("/requestBody/content").propertyNames().stream().findFirst();
        var answer =
                http.method(method)
                        .uri(target)
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .contentType(MediaType.valueOf(type.orElse("application/json")))
                        .exchange()
                        .expectBody()
                        .returnResult();
        var body = JsonMapper.shared().readTree(answer.getResponseBody());
        var said =
                body.path("errors")
                        .valueStream()
                        .filter(error -> error.path("field").asString("").equals(name))
                        .map(error ->
                                new Refused(
                                        error.path("code").asString(""),
                                        error.path("detail").asString("")))
                        .toList();
        return answer.getStatus().value() == 400
                        && said.size() == 1
                        && expected.isTold(said.getFirst())
                ? Stream.empty()
                : Stream.of("%s %s: %s, not %s".formatted(method, target, body, expected));
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }
}
