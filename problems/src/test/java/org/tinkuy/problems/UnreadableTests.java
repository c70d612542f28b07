package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(detail("{\"java.util.Map\": 1, \"java.util.Map\": 2}"))
                .isEqualTo("line 1: cannot be read");
    }

    @Test
    void saysWhichNameStandsTwice() {
        assertThat(detail("{\"name\": 1, \"name\": 2}"))
                .startsWith("line 1: ")
                .contains("\"name\"");
    }

    private String detail(String text) {
        var failure =
                catchThrowableOfType(JacksonException.class, () -> json.readValue(text, Map.class));
        return Unreadable.explain(failure).errors().getFirst().detail();
    }
}
