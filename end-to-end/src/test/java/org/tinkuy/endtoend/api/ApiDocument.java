package org.tinkuy.endtoend.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the running system says of its API, in OpenAPI 3.1.
record ApiDocument(JsonNode root) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    static ApiDocument read(String json) {
        return new ApiDocument(JsonMapper.shared().readTree(json));
    }

    /// @param in `path`, `query` or `header`
    record Parameter(String name, String in, boolean required, JsonNode content) {}

    /// @param pointer to it within the document, as in a URI's fragment
    record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            JsonNode content,
            String pointer) {

        boolean answersWithoutSignIn() {
            return content.path("security").isEmpty();
        }

        List<Parameter> parametersIn(String place) {
            return parameters.stream().filter(p -> p.in().equals(place)).toList();
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        root.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> {
                            if (METHODS.contains(method)) {
                                all.add(
                                        new Operation(
                                                operation.path("operationId").asString(),
                                                method.toUpperCase(Locale.ROOT),
                                                path,
                                                parameters(item, operation),
                                                operation,
                                                "/paths/" + escaped(path) + "/" + method));
                            }
                        }));
        return all;
    }

    private List<Parameter> parameters(JsonNode item, JsonNode operation) {
        return Stream.of(item, operation)
                .flatMap(owner -> owner.path("parameters").valueStream())
                .map(this::resolved)
                .map(parameter ->
                        new Parameter(
                                parameter.path("name").asString(),
                                parameter.path("in").asString(),
                                parameter.path("required").asBoolean(false),
                                parameter))
                .toList();
    }

    /// Media types that a request's body may have, each with its schema and examples.
    List<Map.Entry<String, JsonNode>> bodies(Operation operation) {
        return List.copyOf(
                resolved(operation.content().path("requestBody")).path("content").properties());
    }

    /// What stands behind references.
    JsonNode resolved(JsonNode node) {
        var found = node;
        while (found.has("$ref")) {
            found = root.at(found.path("$ref").asString().substring(1));
        }
        return found;
    }

    /// Where references from that place lead.
    String resolvedPointer(String pointer) {
        var found = pointer;
        while (root.at(found).has("$ref")) {
            found = root.at(found).path("$ref").asString().substring(1);
        }
        return found;
    }

    /// As part of a JSON pointer (RFC 6901).
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
