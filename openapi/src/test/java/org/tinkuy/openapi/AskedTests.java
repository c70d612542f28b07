package org.tinkuy.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What holds for what operations ask of a client.
class AskedTests {

    private static final Documents DOCUMENTS = Documents.read();

    @Test
    void everyParameterIsExplained() {
        var whole = DOCUMENTS.whole("/");
        var unexplained = new ArrayList<String>();
        for (var operation : Source.operations(whole)) {
            var shared = whole.path("paths").path(operation.path()).path("parameters");
            Stream.of(shared, operation.content().path("parameters"))
                    .flatMap(parameters -> parameters.values().stream())
                    .map(parameter -> resolved(whole, parameter))
                    .filter(parameter -> parameter.path("description").asString("").isBlank())
                    .forEach(parameter ->
                            unexplained.add(
                                    operation.shown() + " " + parameter.path("name").asString()));
        }
        assertThat(unexplained).isEmpty();
    }

    /// What is shown in one line is refused where it breaks or reorders one: a client can know.
    @ParameterizedTest
    @ValueSource(strings = {"registration", "notification"})
    void everyTextOfABodySaysWhichCharactersItTakes(String service) {
        var document = DOCUMENTS.of(service, "/");
        var open = new ArrayList<String>();
        for (var operation : Source.operations(document)) {
            var body = resolved(document, operation.content().path("requestBody"));
            body.path("content")
                    .forEach(type ->
                            collectOpen(
                                    document,
                                    type.path("schema"),
                                    operation.shown(),
                                    new HashSet<>(),
                                    open));
        }
        assertThat(open).isEmpty();
    }

    private static void collectOpen(
            ObjectNode document,
            JsonNode schema,
            String where,
            Set<String> visited,
            List<String> open) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty() && visited.add(reference)) {
            collectOpen(document, resolved(document, schema), where, visited, open);
        }
        if (schema.has("maxLength") && !schema.has("pattern") && !schema.has("format")) {
            open.add(where);
        }
        for (var part : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(part)
                    .forEach(choice -> collectOpen(document, choice, where, visited, open));
        }
        schema.path("properties")
                .forEachEntry((name, property) ->
                        collectOpen(document, property, where + " " + name, visited, open));
        if (schema.has("items")) {
            collectOpen(document, schema.path("items"), where + "[]", visited, open);
        }
    }

    private static JsonNode resolved(ObjectNode document, JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
