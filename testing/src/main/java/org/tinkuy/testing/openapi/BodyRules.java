package org.tinkuy.testing.openapi;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tinkuy.testing.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the schemas of a document allow.
final class BodyRules {

    private record Wanted(JsonNode schema, boolean closed) {}

    private final JsonNode document;
    private final Map<Wanted, Schema> schemas = new ConcurrentHashMap<>();

    BodyRules(JsonNode document) {
        this.document = document;
    }

    /// @param closed answers are open for clients; a service writes nothing that is not documented
    List<String> faults(JsonNode schema, String json, boolean closed) {
        return JsonSchemas.faults(
                schemas.computeIfAbsent(new Wanted(schema, closed), this::compiled), json);
    }

    private Schema compiled(Wanted wanted) {
        var standalone = (ObjectNode) wanted.schema().deepCopy();
        standalone.set("components", document.path("components").deepCopy());
        return JsonSchemas.compiled(wanted.closed() ? JsonSchemas.closed(standalone) : standalone);
    }
}
