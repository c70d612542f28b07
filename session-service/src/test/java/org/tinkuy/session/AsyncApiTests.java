package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The description of all topics, held against what the services really declare. It lies here
/// because one place has to; it reads files only.
class AsyncApiTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DESCRIPTION = ROOT.resolve("docs/asyncapi/asyncapi.yaml");
    private static final List<String> SERVICES =
            List.of("registration-service", "session-service", "notification-service");

    private final JsonNode description = read(DESCRIPTION);

    @Test
    void isAsyncApi3() throws IOException {
        var schema =
                Files.readString(Path.of("src/test/resources/asyncapi/asyncapi-3.0.0.schema.json"));

        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                                .getSchema(JsonMapper.shared().readTree(schema))
                                .validate(description.toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void refersOnlyToWhatExists() {
        var missing =
                references(description).stream().filter(reference -> !exists(reference)).toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void refersToTheContractOfEveryMessage() throws IOException {
        var described = new TreeMap<String, Path>();
        for (var channel : description.get("channels").properties()) {
            for (var message : channel.getValue().get("messages").propertyNames()) {
                described.put(channel.getKey() + "/" + message, payload(message));
            }
        }

        var declared = new TreeMap<String, Path>();
        for (var service : SERVICES) {
            try (var files = Files.walk(ROOT.resolve(service).resolve("contracts"))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> declared.put(message(file), schema(file)));
            }
        }
        assertThat(described).isEqualTo(declared);
    }

    @Test
    void saysHowEachTopicIsKept() {
        var described = new TreeMap<String, Map<String, String>>();
        for (var channel : description.get("channels").properties()) {
            var kafka = channel.getValue().at("/bindings/kafka");
            assertThat(kafka.get("topic").asString()).isEqualTo(channel.getKey());
            assertThat(channel.getValue().get("address").asString()).isEqualTo(channel.getKey());
            assertThat(kafka.get("partitions").asInt()).isEqualTo(6);
            described.put(channel.getKey(), configuration(kafka.get("topicConfiguration")));
        }

        var declared = new TreeMap<String, Map<String, String>>();
        for (var service : SERVICES) {
            read(ROOT.resolve(service).resolve("src/main/resources/application.yaml"))
                    .at("/tinkuy/outbox/topics")
                    .properties()
                    .forEach(topic -> declared.put(topic.getKey(), declared(topic.getValue())));
        }
        assertThat(described).isEqualTo(declared);
    }

    /// An integrator's SDK knows events, and no tombstones.
    @Test
    void saysWhatAValueThatIsNullMeans() {
        assertThat(description.at("/info/description").asString())
                .contains("value for null before a CloudEvents SDK sees it");
        for (var channel : description.get("channels").properties()) {
            var kept = channel.getValue().at("/bindings/kafka/topicConfiguration/cleanup.policy");
            assertThat(channel.getValue().get("description").asString().contains("is null"))
                    .as(channel.getKey())
                    .isEqualTo(kept.get(0).asString().equals("compact"));
        }
    }

    @Test
    void namesWhoPublishesToEachTopic() {
        var published = new TreeSet<String>();
        description
                .get("operations")
                .forEach(operation -> published.add(operation.at("/channel/$ref").asString()));

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(
                        description.get("channels").propertyNames().stream()
                                .map(channel -> "#/channels/" + channel)
                                .toList());
    }

    private Path payload(String message) {
        var reference =
                description
                        .at("/components/messages/" + message + "/payload/schema/$ref")
                        .asString();
        return DESCRIPTION.resolveSibling(reference).normalize();
    }

    /// `programmes/programme-published` of both its schema and its samples.
    private static String message(Path file) {
        return file.getName(file.getNameCount() - 2)
                + "/"
                + file.getFileName().toString().replaceFirst("\\..*", "");
    }

    private static Path schema(Path file) {
        return file.resolveSibling(
                file.getFileName().toString().replaceFirst("\\..*", "") + ".schema.json");
    }

    private boolean exists(String reference) {
        return reference.startsWith("#")
                ? !description.at(reference.substring(1)).isMissingNode()
                : Files.isRegularFile(DESCRIPTION.resolveSibling(reference));
    }

    private static List<String> references(JsonNode node) {
        var references = new ArrayList<String>();
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> references.addAll(references(child)));
        return references;
    }

    private static Map<String, String> configuration(JsonNode described) {
        var configuration = new LinkedHashMap<String, String>();
        described
                .properties()
                .forEach(entry ->
                        configuration.put(
                                entry.getKey(),
                                entry.getValue().isArray()
                                        ? entry.getValue().get(0).asString()
                                        : entry.getValue().asString()));
        return configuration;
    }

    /// What the outbox makes of its settings.
    private static Map<String, String> declared(JsonNode topic) {
        var configuration = new LinkedHashMap<String, String>();
        configuration.put(
                "cleanup.policy",
                topic.has("cleanup") ? topic.get("cleanup").asString() : "delete");
        Stream.of(
                        Map.entry("retention", "retention.ms"),
                        Map.entry("max-compaction-lag", "max.compaction.lag.ms"),
                        Map.entry("delete-retention", "delete.retention.ms"))
                .filter(setting -> topic.has(setting.getKey()))
                .forEach(setting ->
                        configuration.put(
                                setting.getValue(),
                                millis(topic.get(setting.getKey()).asString())));
        return configuration;
    }

    private static String millis(String duration) {
        Duration parsed = DurationStyle.detectAndParse(duration);
        return Long.toString(parsed.toMillis());
    }

    private static JsonNode read(Path file) {
        return YAMLMapper.shared().readTree(file.toFile());
    }
}
