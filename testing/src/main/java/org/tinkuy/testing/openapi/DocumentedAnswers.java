package org.tinkuy.testing.openapi;

import java.util.List;
import java.util.Locale;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds what a service answered, and what it was sent, against the document of its API.
public final class DocumentedAnswers {

    private final ObjectNode document;
    private final BodyRules rules;

    /// @param service one of [Documents#SERVICES]
    public DocumentedAnswers(String service) {
        this.document = Documents.read().of(service, "/");
        this.rules = new BodyRules(document);
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
        return rules.faults(schemaOf(said), answer.toString(), status < 400);
    }

    /// What is wrong with a body that a service took.
    public List<String> violationsOfBody(String operation, JsonNode body) {
        return rules.faults(
                schemaOf(operation(operation).path("requestBody")), body.toString(), false);
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
}
