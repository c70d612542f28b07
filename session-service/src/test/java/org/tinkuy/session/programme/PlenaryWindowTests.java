package org.tinkuy.session.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlenaryWindowTests {

    private static final PlenaryWindow EVENING =
            new PlenaryWindow(at("18:00"), at("20:00"), Duration.ofHours(2));
    private static final PlenaryWindow ANY_LENGTH =
            new PlenaryWindow(at("18:00"), at("20:00"), null);

    @Test
    void admitsWhatFillsIt() {
        assertThat(EVENING.admits(at("18:00"), at("20:00"))).isTrue();
    }

    @Test
    void admitsWhatIsNotAnnouncedYet() {
        assertThat(EVENING.admits(null, null)).isTrue();
        assertThat(EVENING.admits(at("18:00"), null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"17:30,19:30", "19:00,21:00", "20:00,22:00", "09:00,11:00", "19:00,01:00"})
    void refusesOtherHours(LocalTime starts, LocalTime ends) {
        assertThat(ANY_LENGTH.admits(starts, ends)).isFalse();
    }

    @Test
    void refusesAnotherLengthWhereOneIsFixed() {
        assertThat(EVENING.admits(at("18:00"), at("19:00"))).isFalse();
        assertThat(ANY_LENGTH.admits(at("18:00"), at("19:00"))).isTrue();
    }

    @Test
    void endsAfterItStarts() {
        assertThatThrownBy(() -> new PlenaryWindow(at("20:00"), at("18:00"), null))
                .isInstanceOf(Impossible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT2H", "PT0S", "PT2H1M", "PT90S"})
    void hasRoomForWhatItIsFor(Duration lasts) {
        assertThatThrownBy(() -> new PlenaryWindow(at("18:00"), at("20:00"), lasts))
                .isInstanceOf(Impossible.class);
    }

    private static LocalTime at(String time) {
        return LocalTime.parse(time);
    }
}
