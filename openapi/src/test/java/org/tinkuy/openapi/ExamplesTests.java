package org.tinkuy.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Examples are what people copy: each is what its schema allows.
class ExamplesTests {

    private static final ObjectNode WHOLE = Documents.read().whole("/");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void everyExampleIsWhatItsSchemaAllows() {
        var wrong = new ArrayList<String>();
        for (var operation : Source.operations(WHOLE)) {
            var content = operation.content();
            check(content.path("requestBody"), operation.shown() + " takes", wrong);
            for (var answer : content.path("responses").properties()) {
                check(answer.getValue(), operation.shown() + " " + answer.getKey(), wrong);
            }
        }
        for (var response : WHOLE.at("/components/responses").properties()) {
            check(response.getValue(), response.getKey(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(JsonNode message, String where, List<String> wrong) {
        for (var type : message.path("content").properties()) {
            var media = type.getValue();
            if (!type.getKey().endsWith("json")) {
                continue;
            }
            var examples = new ArrayList<JsonNode>();
            media.optional("example").ifPresent(examples::add);
            for (var example : media.path("examples").values()) {
                examples.add(resolved(example).path("value"));
            }
            for (var example : examples) {
                faults(media.path("schema"), example)
                        .forEach(fault -> wrong.add(where + ": " + fault));
            }
        }
    }

    private static List<String> faults(JsonNode schema, JsonNode example) {
        var standalone = (ObjectNode) schema.deepCopy();
        standalone.set("components", WHOLE.path("components"));
        return SCHEMAS
                .getSchema(standalone.toString(), InputFormat.JSON)
                .validate(
                        example.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : WHOLE.at(reference.substring(1));
    }
}
