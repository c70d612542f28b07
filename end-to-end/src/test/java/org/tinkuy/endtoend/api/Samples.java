package org.tinkuy.endtoend.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that a schema allows: those that it gives as examples, or else made of its rules.
final class Samples {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private final ApiDocument document;
    private final SplittableRandom random;

    Samples(ApiDocument document, SplittableRandom random) {
        this.document = document;
        this.random = random;
    }

    /// What stands beside a schema, of a parameter or a media type; `null`: nothing does.
    @Nullable JsonNode given(JsonNode owner) {
        if (owner.has("example")) {
            return owner.path("example");
        }
        var examples = owner.path("examples");
        if (examples.isArray()) {
            return examples.path(0);
        }
        return examples.properties().stream()
                .findFirst()
                .map(example -> document.resolved(example.getValue()).path("value"))
                .orElse(null);
    }

    /// @param optional members of objects too
    JsonNode of(JsonNode declared, boolean optional) {
        var schema = document.resolved(declared);
        var given = given(schema);
        if (given != null && !schema.has("properties")) {
            return given;
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return any(schema.path("enum").values());
        }
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(any(schema.path(choice).values()), optional);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, optional);
            case "array" -> NODES.arrayNode().add(of(schema.path("items"), optional));
            case "integer", "number" -> number(schema);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text(schema));
        };
    }

    /// What lies at the limits of a schema and is still allowed.
    List<JsonNode> atTheLimitsOf(JsonNode declared) {
        var schema = document.resolved(declared);
        var limits = new ArrayList<JsonNode>();
        schema.path("enum").forEach(limits::add);
        for (var limit : List.of("minimum", "maximum", "default")) {
            if (schema.has(limit)) {
                limits.add(schema.path(limit));
            }
        }
        if (schema.has("maxLength") && !schema.has("pattern") && !schema.has("format")) {
            limits.add(NODES.stringNode("x".repeat(schema.path("maxLength").asInt())));
        }
        if (schema.path("type").values().stream()
                .anyMatch(type -> type.asString().equals("null"))) {
            limits.add(NODES.nullNode());
        }
        return limits;
    }

    private JsonNode object(JsonNode schema, boolean optional) {
        var object = NODES.objectNode();
        for (var part : schema.path("allOf")) {
            of(part, optional).forEachEntry(object::set);
        }
        var required = schema.path("required").values();
        schema.path("properties")
                .forEachEntry((name, property) -> {
                    if (optional || required.contains(NODES.stringNode(name))) {
                        object.set(name, of(property, optional));
                    }
                });
        return object;
    }

    private JsonNode number(JsonNode schema) {
        var least = schema.path("minimum").asInt(1);
        var most = schema.path("maximum").asInt(least + 10);
        return NODES.numberNode(random.nextInt(least, Math.max(least, most) + 1));
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> uuid();
            case "date" -> "2027-03-04";
            case "date-time" -> "2027-03-04T18:00:00Z";
            case "email" -> "person" + random.nextInt(1_000_000) + "@example.org";
            case "uri", "uri-reference" -> "https://example.org/";
            case "duration" -> "PT2H";
            default -> {
                var least = schema.path("minLength").asInt(0);
                var word = String.format(Locale.ROOT, "Text %06d", random.nextInt(1_000_000));
                var text = word.repeat(1 + least / word.length());
                yield text.substring(
                        0, Math.min(text.length(), schema.path("maxLength").asInt(text.length())));
            }
        };
    }

    String uuid() {
        return new UUID(
                        (random.nextLong() & ~0xF000L) | 0x4000L,
                        (random.nextLong() >>> 2) | (1L << 63))
                .toString();
    }

    private JsonNode any(Collection<JsonNode> choices) {
        return List.copyOf(choices).get(random.nextInt(choices.size()));
    }

    /// The first that is not `null`.
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.values().stream()
                    .map(JsonNode::asString)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        return type.asString(schema.has("properties") || schema.has("allOf") ? "object" : "string");
    }
}
