package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class WrittenTimesTests {

    private static final JsonMapper JSON = mapper();

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder();
        StrictInput.configureForCallers(mapper);
        return mapper.build();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Duration.class,
                Instant.class,
                LocalDate.class,
                LocalTime.class,
                YearMonth.class
            })
    void areNoNumbers(Class<?> type) {
        for (var number : new String[] {"1796121256", "\"1796121256\"", "1.5", "[2026, 11]"}) {
            assertThatThrownBy(() -> JSON.readValue(number, type))
                    .isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void areMomentsWithAnOffset() {
        assertThat(JSON.readValue("\"2026-11-25T18:00:00Z\"", Instant.class))
                .isEqualTo(JSON.readValue("\"2026-11-25T13:00:00-05:00\"", Instant.class));
        assertThatThrownBy(() -> JSON.readValue("\"2026-11-25T18:00:00\"", Instant.class))
                .isInstanceOf(JacksonException.class);
        assertThat(JSON.readValue("\"2201-01-01T04:00:00Z\"", Instant.class))
                .isEqualTo("2201-01-01T04:00:00Z");
    }
}
