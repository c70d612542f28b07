package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldErrorsTests {

    /// A parameter is no JSON, in which `5.0` is a whole number: it has digits alone.
    @ParameterizedTest
    @CsvSource({
        "0, out-of-range",
        "-1, out-of-range",
        "201, out-of-range",
        "2147483648, out-of-range",
        "-2147483649, out-of-range",
        "99999999999999999999, out-of-range",
        "5.0, wrong-type",
        "1e1, wrong-type",
        "+5, wrong-type",
        "' 5', wrong-type",
        "many, wrong-type"
    })
    void tellsANumberThatIsTooLargeFromWhatIsNone(String given, String code) {
        var fields = new FieldErrors();

        assertThat(fields.limit("limit", given, 50, 200)).isEqualTo(50);
        assertThat(fields.all()).extracting(FieldError::code).containsExactly(code);
    }
}
