package org.tinkuy.endtoend.api;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// For clients the schemas are open, so that fields can be added; who answers writes none that is
/// not documented.
final class ClosedSchemas {

    private final Set<JsonNode> extended = Collections.newSetFromMap(new IdentityHashMap<>());

    private ClosedSchemas() {}

    static JsonNode of(JsonNode document) {
        var closed = document.deepCopy();
        var schemas = new ClosedSchemas();
        closed.findValues("allOf")
                .forEach(parts ->
                        parts.forEach(part ->
                                schemas.extended.add(
                                        part.has("$ref")
                                                ? closed.at(
                                                        part.path("$ref").asString().substring(1))
                                                : part)));
        schemas.close(closed);
        return closed;
    }

    private void close(JsonNode node) {
        node.forEach(this::close);
        if (node instanceof ObjectNode schema
                && (schema.path("properties").isObject() || schema.path("allOf").isArray())
                && !schema.has("additionalProperties")
                && !extended.contains(schema)) {
            schema.put("unevaluatedProperties", false);
        }
    }
}
