package org.tinkuy.testing;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operations of a service as its document shows them by examples.
///
/// @param api the document of the service's API
/// @param authorization of somebody who may do everything
public record ExampleRequests(WebTestClient http, JsonNode api, String authorization) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}/]+}");

    /// @param service one of [Documents#SERVICES]
    public ExampleRequests(WebTestClient http, String service, String authorization) {
        this(http, Documents.read().of(service, "/"), authorization);
    }

    /// @param path with the names of its variables
    /// @param parameters of path and query
    /// @param type of the body
    /// @param body missing: none is taken
    public record Example(
            HttpMethod method,
            String path,
            List<Parameter> parameters,
            MediaType type,
            JsonNode body) {

        /// @param id whether it is an id, or a list of ids
        public record Parameter(
                String name, boolean inPath, boolean required, boolean id, boolean list) {}

        /// With unknown ids in the path and what is required in the query.
        public String target() {
            var path = VARIABLE.matcher(this.path).replaceAll(variable -> value(variable.group()));
            var query =
                    parameters.stream()
                            .filter(parameter -> !parameter.inPath() && parameter.required())
                            .map(parameter -> parameter.name() + "=" + value(parameter))
                            .toList();
            return query.isEmpty() ? path : path + "?" + String.join("&", query);
        }

        private static String value(String variable) {
            return variable.equals("{number}") ? "1" : UUID.randomUUID().toString();
        }

        private static String value(Parameter parameter) {
            return parameter.id() ? UUID.randomUUID().toString() : "1";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// @param body missing: there is none in JSON
    public record Answer(int status, JsonNode body) {

        /// Of the first error of this code.
        public boolean names(String code, String field) {
            return body.path("errors")
                    .valueStream()
                    .anyMatch(error ->
                            error.path("code").asString("").equals(code)
                                    && error.path("field").asString("").equals(field));
        }
    }

    public List<Example> all() {
        return api.get("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .filter(operation -> METHODS.contains(operation.getKey()))
                                .map(operation ->
                                        example(
                                                operation.getKey(),
                                                path.getKey(),
                                                path.getValue(),
                                                operation.getValue())))
                .toList();
    }

    private Example example(String method, String path, JsonNode about, JsonNode operation) {
        var content = operation.at("/requestBody/content");
        var type = content.propertyNames().stream().findFirst().orElse("application/json");
        return new Example(
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                path,
                Stream.of(about, operation)
                        .flatMap(node -> node.path("parameters").valueStream())
                        .map(this::resolved)
                        .filter(parameter -> !parameter.path("in").asString("").equals("header"))
                        .map(this::parameter)
                        .toList(),
                MediaType.valueOf(type),
                shown(content.path(type)));
    }

    private Example.Parameter parameter(JsonNode parameter) {
        var schema = resolved(parameter.get("schema"));
        var list = schema.path("type").asString("").equals("array");
        var item = list ? resolved(schema.get("items")) : schema;
        return new Example.Parameter(
                parameter.get("name").asString(),
                parameter.get("in").asString().equals("path"),
                parameter.path("required").asBoolean(false),
                item.path("format").asString("").equals("uuid"),
                list);
    }

    private static JsonNode shown(JsonNode content) {
        return content.has("example")
                ? content.get("example")
                : content.path("examples").path(0).path("value");
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }

    Answer ask(Example example, String target, JsonNode body) {
        var text = body.isString() ? body.asString() : body.isMissingNode() ? "" : body.toString();
        var answer =
                http.method(example.method())
                        .uri(at -> URI.create(at.build() + target))
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(example.type())
                        .bodyValue(text)
                        .exchange()
                        .expectBody()
                        .returnResult();
        var type = answer.getResponseHeaders().getContentType();
        var read = answer.getResponseBody();
        var json = type != null && type.getSubtype().endsWith("json") && read != null;
        return new Answer(
                answer.getStatus().value(),
                JsonMapper.shared().readTree(json ? read : new byte[0]));
    }
}
