package org.tinkuy.notification.delivery.messaging;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// One message that this service publishes.
public record Contract(String topic, String message) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public String sample(int number) {
        return read(message + ".sample-" + number + ".json");
    }

    /// What is wrong with a body, undocumented members included; empty if nothing.
    public List<String> violations(String body) {
        var schema = JSON.readTree(read(message + ".schema.json"));
        var violations = new ArrayList<String>();
        SCHEMAS.getSchema(schema)
                .validate(
                        body,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> violations.add(error.toString()));
        JSON.readTree(body).propertyNames().stream()
                .filter(name -> !schema.get("properties").has(name))
                .forEach(name -> violations.add(name + " is not documented"));
        return violations;
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("contracts").resolve(topic).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
