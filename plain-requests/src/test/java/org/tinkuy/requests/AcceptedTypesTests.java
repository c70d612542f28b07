package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class AcceptedTypesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "application/json;charset=UTF-8",
                "text/html, application/json;q=0.1",
                "*/*;q=0, application/json"
            })
    void haveWhatIsNamedOrLiesInARange(String accept) {
        assertThat(AcceptedTypes.have(List.of(accept), MediaType.APPLICATION_JSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/problem+json",
                "application/*+json",
                "application/json;q=0",
                "*/*, application/json;q=0",
                "*/*;q=0.5, application/*;q=0",
                "x",
                "a/b;q=\""
            })
    void haveNothingElse(String accept) {
        assertThat(AcceptedTypes.have(List.of(accept), MediaType.APPLICATION_JSON)).isFalse();
    }

    @Test
    void haveEverythingWhereNobodyNamesAny() {
        assertThat(AcceptedTypes.have(List.of(), MediaType.APPLICATION_YAML)).isTrue();
    }
}
