package org.tinkuy.testing.openapi;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What a document says of an operation.
///
/// @param parameters as [HandledOperation#parameter] shows them, and whether they are required
/// @param bodies by media type
/// @param contents of each success, by its status
record DocumentedOperation(
        SortedMap<String, Boolean> parameters,
        JsonNode bodies,
        SortedMap<Integer, JsonNode> contents) {

    static final String JSON = "application/json";

    /// What is referred to, or the node itself.
    static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty()
                ? node
                : resolved(document, document.at(reference.substring("#".length())));
    }

    Set<Integer> successes() {
        return contents.keySet();
    }

    SortedSet<String> consumes() {
        return new TreeSet<>(bodies.propertyNames());
    }

    SortedSet<String> produces() {
        var all = new TreeSet<String>();
        contents.values().forEach(content -> all.addAll(content.propertyNames()));
        return all;
    }

    JsonNode body() {
        return bodies.path(JSON).path("schema");
    }

    /// Of the first success that has one.
    JsonNode answer() {
        return contents.values().stream()
                .map(content -> content.path(JSON).path("schema"))
                .filter(schema -> !schema.isMissingNode())
                .findFirst()
                .orElseThrow();
    }
}
