package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

class UnreadableTests {

    private final JsonMapper json =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// A parser repeats a name that stands twice, whole.
    @ParameterizedTest
    @ValueSource(strings = {"a.", "  ", "[(", "ñ"})
    void saysInAFewWordsWhatItCannotRead(String piece) {
        var name = piece.repeat(20_000);

        assertThat(detail("{\"%1$s\": 1, \"%1$s\": 2}".formatted(name))).hasSizeLessThan(250);
    }

    @Test
    void saysNothingOfTheCodeThatReads() {
        assertThat(detail("{\"a\": NullPointerException}")).isEqualTo("line 1: cannot be read");
    }

    @ParameterizedTest
    @MethodSource("beyondTheParsersLimits")
    void saysInWordsOfOurOwnHowFarItReads(String text) {
        assertThat(detail(text))
                .isEqualTo(
                        "objects and lists stand up to 500 deep in each other here, and names and"
                                + " numbers have up to 50000 and 1000 characters");
    }

    static Stream<String> beyondTheParsersLimits() {
        return Stream.of(
                "{\"a\":" + "[".repeat(3000),
                "{\"a\":" + "9".repeat(2000) + "}",
                "{\"" + "a".repeat(60_000) + "\":1}");
    }

    @Test
    void saysWhichNameStandsTwice() {
        assertThat(explain("[{\"a\": {\n\"name\": 1, \"name\": 2}}]"))
                .isEqualTo(
                        new FieldError(
                                "[0].a.name", "duplicate", "line 2: it stands a second time"));
    }

    private String detail(String text) {
        return explain(text).detail();
    }

    private FieldError explain(String text) {
        var failure =
                catchThrowableOfType(
                        JacksonException.class, () -> json.readValue(text, Object.class));
        return Unreadable.explain(failure).errors().getFirst();
    }
}
