package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;
import static org.tinkuy.problems.ToldProblems.is;
import static org.tinkuy.problems.ToldProblems.isWrong;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.WrittenLines;

/// Parameters and bodies, as they are taken and refused.
@RunningWorkshop
class InputIT {

    @Autowired WebTestClient http;

    @Test
    void takesOneValueWhereOneIsRead() {
        isWrong(http.get().uri("/tools?weight=1&weight=2").exchange(), "weight", "duplicate");
    }

    @Test
    void namesAParameterOfAnotherType() {
        is(http.get().uri("/tools?weight=much").exchange(), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("weight")
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-type");
    }

    @Test
    void takesNoParameterWithoutAValue() {
        isWrong(http.get().uri("/tools?weight=").exchange(), "weight", "wrong-type");
        isWrong(http.get().uri("/tools?weight").exchange(), "weight", "wrong-type");
        isWrong(http.get().uri("/tools").exchange(), "weight", "required");
    }

    @Test
    void takesNoParameterThatNobodyReads() {
        isWrong(http.get().uri("/tools?weight=7&weigt=8").exchange(), "weigt", "unknown-field");
        isWrong(http.get().uri("/tools?weight=7&other").exchange(), "other", "unknown-field");
        isWrong(http.post().uri("/tools?dry=1").exchange(), "dry", "unknown-field");
    }

    @Test
    void namesAFieldOfAnotherType() {
        is(add("{\"name\": {\"a\": 1}}"), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("name")
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-type");
    }

    @Test
    void namesAFieldThatStandsTwice() {
        isWrong(add("{\"name\":\"a\",\"name\":\"b\"}"), "name", "duplicate");
        isWrong(
                add("{\"weight\":1,\"labels\":{\"a\":\"b\",\"a\":\"c\"}}"),
                "labels.a",
                "duplicate");
    }

    @Test
    void saysWhereABodyIsMalformed() {
        is(add("{\"name\":"), 400, "invalid-request")
                .jsonPath("$.errors[0].code")
                .isEqualTo("malformed");
    }

    @Test
    void refusesABodyThatIsMissingOrTooLarge() {
        is(add(""), 400, "invalid-request");
        is(add("{\"name\":\"" + "a".repeat(2000) + "\"}"), 413, "body-too-large");
    }

    /// What was read by then is given back once: a second time would take it from others.
    @Test
    void refusesALargeBodyThatCameInManyPiecesWithoutAWordInTheLog() {
        var body = "{\"all\":[{\"name\":\"" + "a".repeat(2_000_000) + "\"}]}";
        try (var lines = new WrittenLines(ROOT_LOGGER_NAME)) {
            var answer =
                    http.post()
                            .uri("/tools/all")
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(body)
                            .exchange();
            is(answer, 413, "body-too-large");
            assertThat(lines.alarming()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b",
                "A\\u0001B",
                "a\\u0085b",
                "a\\rb",
                "\\ufffe",
                "a\\ufdd0",
                "\\udbff\\udfff"
            })
    void takesNoTextThatSteersItsReader(String text) {
        isWrong(add("{\"name\":\"" + text + "\"}"), "name", "invalid-characters");
        isWrong(add("{\"labels\":{\"" + text + "\":\"x\"}}"), "invalid-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00\\ud800"})
    void takesNoHalfOfACharacter(String text) {
        isWrong(add("{\"name\":\"" + text + "\"}"), "name", "invalid-characters");
        isWrong(add("{\"labels\":{\"" + text + "\":\"x\"}}"), "malformed");
    }

    @Test
    void takesTextsOfSeveralLinesAndCharactersOfAllPlanes() {
        add("{\"name\":\"a\\r\\nb\\tc\\n\\ud83d\\ude00\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("a\r\nb\tc\n\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1-1-1-1-1", "x"})
    void takesAnEmptyIdForNoId(String id) {
        isWrong(add("{\"id\":\"" + id + "\"}"), "id", "invalid-id");
        isWrong(
                http.get().uri("/workshops/{id}", id.isEmpty() ? " " : id).exchange(),
                "id",
                "invalid-id");
    }

    @Test
    void takesWholeNumbersAsJsonSchemaHasThem() {
        add("{\"weight\":5.0}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.weight")
                .isEqualTo("5");
        isWrong(add("{\"weight\":1.5}"), "weight", "wrong-type");
        isWrong(add("{\"weight\":1e999999999}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":99999999999}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":1e99999999999}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":" + "9".repeat(1_001) + "}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":1." + "9".repeat(1_000) + "}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":\"\"}"), "weight", "wrong-type");
    }

    @Test
    void namesEverythingThatIsOfAnotherKind() {
        isWrong(
                        add(
                                "{\"id\":\"x\",\"name\":5,\"weight\":1e999999999,\"labels\":[],"
                                        + "\"colour\":1}"),
                        "invalid-id")
                .jsonPath("$.errors[*].field")
                .<List<String>>value(fields ->
                        assertThat(fields)
                                .containsExactlyInAnyOrder(
                                        "id", "name", "weight", "labels", "colour"))
                .jsonPath("$.errors[*].code")
                .<List<String>>value(codes ->
                        assertThat(codes)
                                .containsExactlyInAnyOrder(
                                        "invalid-id",
                                        "wrong-type",
                                        "out-of-range",
                                        "wrong-type",
                                        "unknown-field"));
    }

    /// RFC 8259, 8.1.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void readsNoOtherEncodingThanUtf8(String charset) {
        var body = "{\"name\":\"hammer\"}".getBytes(Charset.forName(charset));
        for (var type : List.of("application/json", "application/json;charset=" + charset)) {
            var answer =
                    http.post()
                            .uri("/tools")
                            .header("Content-Type", type)
                            .bodyValue(body)
                            .exchange();

            isWrong(answer, "", "malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "true", "[]", "{}"})
    void takesNothingButTextForText(String value) {
        isWrong(add("{\"weight\":1,\"name\":" + value + "}"), "name", "wrong-type");
    }

    @Test
    void namesNothingOfOurCodeWhereABodyIsMissing() {
        isWrong(add(""), "", "required");
        isWrong(add(" \r\n"), "", "required");
        isWrong(add("null"), "", "required");
        isWrong(add("[]"), "", "wrong-type");
        isWrong(add("\"\""), "", "wrong-type");
        isWrong(add("{} {}"), "", "malformed");
    }

    private WebTestClient.ResponseSpec add(String body) {
        return http.post()
                .uri("/tools")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
