package org.tinkuy.testing.openapi;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The operations of a document.
record DocumentedOperations(ObjectNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /// By method and path, such as `GET /api/seats`.
    SortedMap<String, DocumentedOperation> byName() {
        var all = new TreeMap<String, DocumentedOperation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    all.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            operation(path.getValue(), operation.getValue()));
                }
            }
        }
        return all;
    }

    private DocumentedOperation operation(JsonNode path, JsonNode operation) {
        var parameters = new TreeMap<String, Boolean>();
        Stream.of(path, operation)
                .flatMap(node -> node.path("parameters").values().stream())
                .map(parameter -> DocumentedOperation.resolved(document, parameter))
                .forEach(parameter ->
                        parameters.put(
                                HandledOperation.parameter(
                                        parameter.path("in").asString(""),
                                        parameter.path("name").asString("")),
                                parameter.path("required").asBoolean(false)));
        var bodies =
                DocumentedOperation.resolved(document, operation.path("requestBody"))
                        .path("content");
        var successes = new TreeMap<Integer, JsonNode>();
        for (var answer : operation.path("responses").properties()) {
            if (answer.getKey().startsWith("2")) {
                successes.put(
                        Integer.valueOf(answer.getKey()),
                        DocumentedOperation.resolved(document, answer.getValue()).path("content"));
            }
        }
        return new DocumentedOperation(parameters, bodies, successes);
    }
}
