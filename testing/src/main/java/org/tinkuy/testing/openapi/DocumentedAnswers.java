package org.tinkuy.testing.openapi;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds what a service answered, and what it was sent, against the document of its API.
public final class DocumentedAnswers {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode document;

    /// @param service one of [Documents#SERVICES]
    public DocumentedAnswers(String service) {
        this.document = Documents.read().of(service, "/");
    }

    /// What is wrong with an answer, fields that the document does not have included.
    ///
    /// @param operation such as `GET /api/programmes/{id}`
    public List<String> violations(String operation, int status, JsonNode answer) {
        var said =
                DocumentedOperation.resolved(
                        document, operation(operation).path("responses").path("" + status));
        if (said.isMissingNode()) {
            return List.of("%s does not answer with %s".formatted(operation, status));
        }
        return violations(schemaOf(said), answer, status < 400);
    }

    /// What is wrong with a body that a service took.
    public List<String> violationsOfBody(String operation, JsonNode body) {
        return violations(schemaOf(operation(operation).path("requestBody")), body, false);
    }

    private JsonNode operation(String name) {
        var space = name.indexOf(' ');
        var method = name.substring(0, space).toLowerCase(Locale.ROOT);
        return document.path("paths").path(name.substring(space + 1)).path(method);
    }

    private static JsonNode schemaOf(JsonNode said) {
        return said.path("content").values().stream()
                .map(content -> content.path("schema"))
                .findFirst()
                .orElseThrow();
    }

    /// @param closed answers are open for clients; a service writes nothing that is not documented
    private List<String> violations(JsonNode schema, JsonNode value, boolean closed) {
        var whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", document.path("components").deepCopy());
        if (closed) {
            close(whole);
        }
        return SCHEMAS
                .getSchema(whole)
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(DocumentedAnswers::close);
    }
}
