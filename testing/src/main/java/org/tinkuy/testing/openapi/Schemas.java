package org.tinkuy.testing.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads schemas as far as the documents use them.
final class Schemas {

    private Schemas() {}

    /// What is meant besides `null`, without references.
    static JsonNode plain(JsonNode document, JsonNode written) {
        var schema = DocumentedOperation.resolved(document, written);
        return Stream.of("anyOf", "oneOf")
                .flatMap(choice -> schema.path(choice).values().stream())
                .filter(choice -> !choice.path("type").asString("").equals("null"))
                .map(choice -> plain(document, choice))
                .findFirst()
                .orElse(schema);
    }

    static Set<String> kinds(JsonNode document, JsonNode schema) {
        var kinds = new TreeSet<String>();
        var type = schema.path("type");
        if (type.isString()) {
            kinds.add(type.asString());
        }
        type.values().forEach(kind -> kinds.add(kind.asString()));
        parts(document, schema).forEach(part -> kinds.addAll(kinds(document, part)));
        return kinds;
    }

    static Map<String, JsonNode> properties(JsonNode document, JsonNode schema) {
        var all = new TreeMap<String, JsonNode>();
        schema.path("properties").forEachEntry(all::put);
        parts(document, schema).forEach(part -> all.putAll(properties(document, part)));
        return all;
    }

    static Set<String> required(JsonNode document, JsonNode schema) {
        var all = new TreeSet<String>();
        schema.path("required").forEach(name -> all.add(name.asString()));
        parts(document, schema).forEach(part -> all.addAll(required(document, part)));
        return all;
    }

    private static Stream<JsonNode> parts(JsonNode document, JsonNode schema) {
        return schema.path("allOf").values().stream()
                .map(part -> DocumentedOperation.resolved(document, part));
    }
}
