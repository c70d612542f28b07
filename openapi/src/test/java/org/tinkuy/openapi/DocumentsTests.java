package org.tinkuy.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What holds for the documents as they are served.
class DocumentsTests {

    private static final Documents DOCUMENTS = Documents.read();
    private static final ObjectNode WHOLE = DOCUMENTS.whole("https://tinkuy.example.org");

    /// Rows of the tables of `docs/problems.md`.
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*) \\|", Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("`([a-z-]++)`");

    static Stream<ObjectNode> all() {
        return Stream.concat(
                Stream.of(WHOLE),
                Documents.SERVICES.stream().map(service -> DOCUMENTS.of(service, "/")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadByOtherPeoplesTools(ObjectNode document) {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(document.toString(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysNothingOfWhatIsForOurselves(ObjectNode document) {
        assertThat(document.toString()).doesNotContain("/internal", "/actuator", "\"x-");
    }

    @Test
    void everyOperationIsNamedAndExplained() {
        for (var operation : Source.operations(WHOLE)) {
            var content = operation.content();
            assertThat(operation.id()).as(operation.shown()).matches("[a-z]+([A-Z][a-z]+)*");
            assertThat(content.path("summary").asString("")).as(operation.shown()).isNotBlank();
            assertThat(content.path("summary").asString()).doesNotEndWith(".");
            assertThat(content.path("tags").size()).as(operation.shown()).isEqualTo(1);
        }
    }

    @Test
    void everySuccessWithContentHasAnExample() {
        var without = new ArrayList<String>();
        for (var operation : Source.operations(WHOLE)) {
            for (var answer : operation.content().path("responses").properties()) {
                for (var type : answer.getValue().path("content").properties()) {
                    if (!type.getValue().has("example") && !type.getValue().has("examples")) {
                        without.add(operation.shown() + " " + answer.getKey());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void everythingThatWasMadeElsewhereSaysWhereItIs() {
        for (var operation : Source.operations(WHOLE)) {
            // What a PUT makes is where it was asked for.
            if (operation.method().equals("put")) {
                continue;
            }
            var made = operation.content().path("responses").path("201");
            assertThat(made.isMissingNode() || made.path("headers").has("Location"))
                    .as(operation.shown())
                    .isTrue();
        }
    }

    @Test
    void everyLinkLeadsToAnOperationAndItsParameters() {
        for (var operation : Source.operations(WHOLE)) {
            for (var links : operation.content().path("responses").findValues("links")) {
                for (var link : links.properties()) {
                    var target = resolved(link.getValue());
                    assertThat(namesOfParameters(target.path("operationId").asString("")))
                            .as(operation.shown() + " " + link.getKey())
                            .containsAll(target.path("parameters").propertyNames());
                }
            }
        }
    }

    private static List<String> namesOfParameters(String operationId) {
        return Source.operations(WHOLE).stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .map(operation ->
                        Stream.concat(
                                        operation.content().path("parameters").values().stream(),
                                        WHOLE
                                                .path("paths")
                                                .path(operation.path())
                                                .path("parameters")
                                                .values()
                                                .stream())
                                .map(DocumentsTests::resolved)
                                .map(parameter -> parameter.path("name").asString())
                                .toList())
                .orElseThrow(() -> new AssertionError("no operation " + operationId));
    }

    private static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : WHOLE.at(reference.substring(1));
    }

    @Test
    void knowsTheWordsOfProblemsThatTheTableHas() throws IOException {
        var page = Files.readString(Path.of("../docs/problems.md"));
        var parts = page.split("\n## Fields\n", -1);

        assertThat(words("/components/schemas/Problem/properties/type/examples"))
                .isEqualTo(
                        table(parts[0]).stream()
                                .map("urn:tinkuy:problem:"::concat)
                                .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(words("/components/schemas/FieldError/properties/code/examples"))
                .isEqualTo(table(parts[1]));
    }

    private static SortedSet<String> words(String pointer) {
        return WHOLE.at(pointer).values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> table(String text) {
        return ROW.matcher(text)
                .results()
                .flatMap(row -> WORD.matcher(row.group(1)).results())
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
