package org.tinkuy.endtoend.api;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tinkuy.endtoend.api.ApiDocument.Operation;
import org.tinkuy.testing.JsonSchemas;
import org.tinkuy.testing.RawHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether answers are those that the document tells of: status, media type, headers and body.
final class DocumentedAnswers {

    private static final String HERE = "urn:tinkuy:api";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiDocument document;
    private final SchemaRegistry schemas;

    DocumentedAnswers(ApiDocument document) {
        this.document = document;
        var closed = ClosedSchemas.of(document.root()).toString();
        this.schemas =
                SchemaRegistry.withDialect(
                        Dialects.getOpenApi31(),
                        registry -> registry.schemas(Map.of(HERE, closed)));
    }

    /// @param besides status that the operation need not tell of, because it was not reached; the
    ///   answer is a problem then
    List<String> faults(Operation operation, RawHttp.Answer answer, Set<Integer> besides) {
        if (answer.status() >= 500 || answer.status() < 200) {
            return List.of("failed");
        }
        var pointer =
                document.resolvedPointer(
                        operation.pointer()
                                + "/responses/"
                                + String.format(Locale.ROOT, "%d", answer.status()));
        var described = document.root().at(pointer);
        if (described.isMissingNode()) {
            return besides.contains(answer.status())
                    ? faultsOfAProblem(answer)
                    : List.of("status is not documented");
        }
        var faults = new ArrayList<>(headerFaults(pointer, described, answer));
        if (!operation.method().equals("HEAD")) {
            faults.addAll(bodyFaults(pointer, described, answer));
        }
        return faults;
    }

    List<String> faultsOfAProblem(RawHttp.Answer answer) {
        if (!mediaType(answer).equals("application/problem+json")) {
            return List.of("no problem");
        }
        return violations("/components/schemas/Problem", answer.body());
    }

    private List<String> headerFaults(String pointer, JsonNode described, RawHttp.Answer answer) {
        var faults = new ArrayList<String>();
        described
                .path("headers")
                .forEachEntry((name, declared) -> {
                    var header = document.resolved(declared);
                    var given = answer.header(name.toLowerCase(Locale.ROOT));
                    if (given.isEmpty()) {
                        if (header.path("required").asBoolean(false)) {
                            faults.add("header is missing: " + name);
                        }
                        return;
                    }
                    var place =
                            document.resolvedPointer(
                                            pointer + "/headers/" + ApiDocument.escaped(name))
                                    + "/schema";
                    var number =
                            document.resolved(header.path("schema"))
                                    .path("type")
                                    .asString("")
                                    .equals("integer");
                    var value = number ? given.get() : JSON.writeValueAsString(given.get());
                    violations(place, value).forEach(fault -> faults.add(name + ": " + fault));
                });
        return faults;
    }

    private List<String> bodyFaults(String pointer, JsonNode described, RawHttp.Answer answer) {
        var content = described.path("content");
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("a body is not documented");
        }
        var type = mediaType(answer);
        if (!content.has(type)) {
            return List.of("media type is not documented: " + type);
        }
        if (!type.endsWith("json")) {
            return answer.body().isEmpty() ? List.of("no body") : List.of();
        }
        return violations(
                pointer + "/content/" + ApiDocument.escaped(type) + "/schema", answer.body());
    }

    private List<String> violations(String pointer, String json) {
        try {
            return JsonSchemas.faults(
                    schemas.getSchema(SchemaLocation.of(HERE + "#" + pointer)), json);
        } catch (JacksonException e) {
            return List.of("no JSON: " + e.getOriginalMessage());
        }
    }

    private static String mediaType(RawHttp.Answer answer) {
        return answer.header("content-type").orElse("").split(";", -1)[0].strip();
    }
}
