package org.tinkuy.registration;

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

/// One message of `contracts/`: its schema and its samples.
public record Contract(String topic, String message) {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public JsonNode sample(int number) {
        return JSON.readTree(read(message + ".sample-" + number + ".json"));
    }

    public List<JsonNode> samples() {
        var samples = new ArrayList<JsonNode>();
        for (var number = 1; Files.exists(sampleFile(number)); number++) {
            samples.add(sample(number));
        }
        return samples;
    }

    /// What is wrong with a body, undocumented members included; empty if nothing.
    public List<String> violations(JsonNode body) {
        var schema = JSON.readTree(read(message + ".schema.json"));
        var violations = new ArrayList<String>();
        SCHEMAS.getSchema(schema)
                .validate(
                        body.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> violations.add(error.toString()));
        body.propertyNames().stream()
                .filter(name -> !schema.get("properties").has(name))
                .forEach(name -> violations.add(name + " is not documented"));
        return violations;
    }

    private Path sampleFile(int number) {
        return CONTRACTS.resolve(topic).resolve(message + ".sample-" + number + ".json");
    }

    private String read(String file) {
        try {
            return Files.readString(CONTRACTS.resolve(topic).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
