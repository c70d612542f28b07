package org.tinkuy.session;

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

/// One message of `contracts/`: its schema and its samples.
public record Contract(String topic, String message) {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public static final Contract PROGRAMME_PUBLISHED =
            new Contract("programmes", "programme-published");
    public static final Contract SESSION_PUBLISHED = new Contract("sessions", "session-published");

    public JsonNode sample(int number) {
        return JSON.readTree(read(message + ".sample-" + number + ".json"));
    }

    public List<JsonNode> samples() {
        var samples = new ArrayList<JsonNode>();
        for (var number = 1;
                Files.exists(file(message + ".sample-" + number + ".json"));
                number++) {
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

    private Path file(String name) {
        return CONTRACTS.resolve(topic).resolve(name);
    }

    private String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
