package org.tinkuy.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TypesAndSchemasTests {

    private static final JsonMapper JSON =
            JsonMapper.builder().enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE).build();

    enum Kind {
        PLENARY,
        OPEN_HALL
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(UUID id, Kind kind, @Nullable Instant startsAt, List<Seat> seats) {}

    record Seat(int number) {}

    record NullIsWritten(@Nullable String name) {}

    /// As Bean Validation has it.
    @Retention(RetentionPolicy.RUNTIME)
    @interface NotNull {}

    record Draft(@Nullable UUID id, @NotNull Long version, @Nullable Reason why) {}

    record Reason(String words, List<String> rules) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Reason of(String words) {
            return new Reason(words, List.of());
        }
    }

    private static final String SCHEMA =
            """
            {"$ref": "#/components/schemas/Session",
             "components": {"schemas": {
               "Session": {"type": "object", "required": ["id", "kind", "seats"], "properties": {
                 "id": {"type": "string", "format": "uuid"},
                 "kind": {"type": "string", "enum": ["plenary", "open-hall"]},
                 "startsAt": {"type": "string", "format": "date-time"},
                 "seats": {"type": "array", "items": {"$ref": "#/components/schemas/Seat"}}}},
               "Seat": {"type": "object", "required": ["number"], "properties": {
                 "number": {"type": "integer"}}}}}}
            """;

    @Test
    void agreesWithASchemaThatSaysTheSame() {
        assertThat(differences(SCHEMA)).isEmpty();
    }

    @Test
    void namesAFieldOfAnotherName() {
        assertThat(differences(SCHEMA.replace("\"number\"", "\"row\"")))
                .anyMatch(difference -> difference.startsWith("it answers.seats[] fields"));
    }

    @Test
    void namesAnotherKindAnotherFormatAndOtherWords() {
        assertThat(differences(SCHEMA.replace("integer", "string")))
                .containsExactly("it answers.seats[].number: is of type integer, said is [string]");
        assertThat(differences(SCHEMA.replace("\"uuid\"", "\"uri\"")))
                .containsExactly("it answers.id: has the format uuid");
        assertThat(differences(SCHEMA.replace("plenary", "PLENARY")))
                .containsExactly(
                        "it answers.kind words: is [open-hall, plenary], said is [PLENARY,"
                                + " open-hall]");
    }

    @Test
    void namesWhatIsNotSaidToBeAlwaysThere() {
        assertThat(differences(SCHEMA.replace("\"required\": [\"number\"], ", "")))
                .containsExactly("it answers.seats[] has always: is [number], said is []");
    }

    @Test
    void namesWhatMayBeNullInAnAnswer() {
        assertThat(
                        differences(
                                NullIsWritten.class,
                                """
                                {"type": "object", "properties": {"name": {"type": "string"}}}
                                """))
                .containsExactly("it answers: a field may be null in an answer");
    }

    @Test
    void wantsBodiesToBeClosedAndAnswersToBeOpen() {
        var seat =
                """
                {"type": "object", "required": ["number"], "properties": {
                  "number": {"type": "integer"}}}
                """;
        var request = new ArrayList<String>();
        new TypesAndSchemas(JSON.createObjectNode(), JSON)
                .compareRequest(Seat.class, JSON.readTree(seat), "it", request);
        assertThat(request).containsExactly("it takes: needs additionalProperties: false");
        assertThat(
                        differences(
                                Seat.class,
                                seat.replaceFirst("\\{", "{\"additionalProperties\": false, ")))
                .containsExactly("it answers: answers may have more fields later");
    }

    @Test
    void readsWhatIsSentBackAsWhatMayBeSent() {
        assertThat(
                        differences(
                                Draft.class,
                                """
                                {"type": "object", "required": ["version"],
                                 "additionalProperties": false,
                                 "properties": {"id": {"type": ["string", "null"], "format": "uuid"},
                                   "version": {"type": "integer"}, "why": {"type": "string"}}}
                                """))
                .isEmpty();
    }

    private static List<String> differences(String schema) {
        return differences(Session.class, schema);
    }

    private static List<String> differences(Class<?> type, String schema) {
        JsonNode document = JSON.readTree(schema);
        var differences = new ArrayList<String>();
        new TypesAndSchemas(document, JSON).compareAnswer(type, document, "it", differences);
        return differences;
    }
}
