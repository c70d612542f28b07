package org.tinkuy.testing.openapi;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the schemas of a document allow.
final class BodyRules {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private record Wanted(JsonNode schema, boolean closed) {}

    private final JsonNode document;
    private final Map<Wanted, Schema> schemas = new ConcurrentHashMap<>();

    BodyRules(JsonNode document) {
        this.document = document;
    }

    /// @param closed answers are open for clients; a service writes nothing that is not documented
    List<String> faults(JsonNode schema, String json, boolean closed) {
        return schemas
                .computeIfAbsent(new Wanted(schema, closed), this::compiled)
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compiled(Wanted wanted) {
        var standalone = (ObjectNode) wanted.schema().deepCopy();
        standalone.set("components", document.path("components").deepCopy());
        if (wanted.closed()) {
            close(standalone);
        }
        return SCHEMAS.getSchema(standalone);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(BodyRules::close);
    }
}
