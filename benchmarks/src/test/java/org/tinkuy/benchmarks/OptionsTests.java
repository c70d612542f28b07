package org.tinkuy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @Test
    void isBoundedByDefault() {
        var options = Options.of(new String[0]);
        assertThat(options.clients()).isEqualTo(32);
        assertThat(options.open()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesNumbersByName() {
        var options = Options.of(new String[] {"--clients=8", "--sessions=100"});
        assertThat(options.clients()).isEqualTo(8);
        assertThat(options.sessions()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--client=8", "--clients", "--clients=0", "--clients=many"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatThrownBy(() -> Options.of(new String[] {argument}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
