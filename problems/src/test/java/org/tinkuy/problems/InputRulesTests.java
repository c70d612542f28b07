package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InputRulesTests {

    private final InputRules rules;

    InputRulesTests() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            rules = new InputRules(factory.getValidator());
        }
    }

    record Note(
            @Nullable @NotEmpty @Seen String title, @Seen @OneLine @Size(max = 3) String text) {}

    @Test
    void namesAFieldThatIsMissingOnceAndForNothingElse() {
        assertThat(errors(new Note(null, "\u200b\u200b\u200b\u200b")))
                .containsExactly("text required", "title required");
    }

    @Test
    void namesTheFaultsOfAFieldInTheSameOrderAlways() {
        assertThat(IntStream.range(0, 50).mapToObj(_ -> errors(new Note("x", "ab\ncd"))))
                .containsOnly(List.of("text invalid-characters", "text too-long"));
    }

    @Test
    void namesBesideTheConstraintsWhatTheyDoNotSay() {
        var besides = List.of(new FieldError("page", "out-of-range", "There is no such page."));

        assertThat(
                        catchThrowableOfType(
                                        InvalidInput.class,
                                        () -> rules.check(new Note(null, "x"), besides))
                                .errors())
                .extracting(FieldError::field)
                .containsExactly("page", "title");
    }

    private List<String> errors(Note note) {
        return catchThrowableOfType(InvalidInput.class, () -> rules.check(note)).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }
}
