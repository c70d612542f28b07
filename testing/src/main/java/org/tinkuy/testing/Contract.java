package org.tinkuy.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One message of a `contracts/` folder: its schema and its samples.
///
/// @param topicFolder of the message
public record Contract(Path topicFolder, String message) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /// A message that the part under test publishes.
    public Contract(String topic, String message) {
        this(Path.of("contracts", topic), message);
    }

    /// A message that another part publishes.
    public static Contract of(String part, String topic, String message) {
        return new Contract(Path.of("..", part, "contracts", topic), message);
    }

    public JsonNode sample(int number) {
        return JSON.readTree(read(sampleFile(number)));
    }

    public List<JsonNode> samples() {
        var samples = new ArrayList<JsonNode>();
        for (var number = 1; Files.exists(topicFolder.resolve(sampleFile(number))); number++) {
            samples.add(sample(number));
        }
        return samples;
    }

    /// What is wrong with a body, undocumented members included; empty if nothing.
    public List<String> violations(JsonNode body) {
        return SCHEMAS
                .getSchema(closed(JSON.readTree(read(message + ".schema.json"))))
                .validate(
                        body.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /// For consumers the schema is open; the producer writes nothing that it does not document.
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contract::closed);
        return schema;
    }

    private String sampleFile(int number) {
        return message + ".sample-" + number + ".json";
    }

    private String read(String name) {
        try {
            return Files.readString(topicFolder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
