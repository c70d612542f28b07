package org.tinkuy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One message of a `contracts/` folder: its schema and its samples.
///
/// @param topicFolder of the message
public record Contract(Path topicFolder, String message) {

    private static final JsonMapper JSON = JsonMapper.shared();

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
        var schema = JSON.readTree(read(message + ".schema.json"));
        return JsonSchemas.faults(
                JsonSchemas.compiled(JsonSchemas.closed(schema)), body.toString());
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
