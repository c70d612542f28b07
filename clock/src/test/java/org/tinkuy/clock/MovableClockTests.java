package org.tinkuy.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MovableClockTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final Clock base = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ApplicationContextRunner applications =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class));

    @TempDir Path directory;
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("offset");
    }

    @Test
    void isTheBasesTimeWithoutAFile() {
        assertThat(new MovableClock(base, file).instant()).isEqualTo(NOW);
    }

    @Test
    void readsTheOffsetAtStart() throws IOException {
        Files.writeString(file, "PT11M\n");
        assertThat(new MovableClock(base, file).instant())
                .isEqualTo(Instant.parse("2026-11-22T15:11:00Z"));
    }

    @Test
    void takesAnEmptyFileForNoOffset() throws IOException {
        Files.writeString(file, "\n");
        assertThat(new MovableClock(base, file).instant()).isEqualTo(NOW);
    }

    @Test
    void movesEveryClockOfTheSameFileWhileTheyRun() throws IOException {
        var one = new MovableClock(base, file);
        var other = new MovableClock(base, file).withZone(ZoneId.of("America/Lima"));
        Files.writeString(file, "P1DT-1H");
        var later = Instant.parse("2026-11-23T14:00:00Z");
        await().untilAsserted(() -> assertThat(one.instant()).isEqualTo(later));
        await().untilAsserted(() -> assertThat(other.instant()).isEqualTo(later));
        assertThat(other.getZone()).isEqualTo(ZoneId.of("America/Lima"));
        Files.delete(file);
        await().untilAsserted(() -> assertThat(one.instant()).isEqualTo(NOW));
    }

    @Test
    void staysWhereItIsWhileTheFileIsBeingWritten() throws IOException {
        Files.writeString(file, "PT11M");
        var clock = new MovableClock(base, file);
        for (var half : List.of("", "PT1")) {
            Files.writeString(file, half);
            await().during(Duration.ofMillis(120))
                    .untilAsserted(
                            () -> assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(660)));
        }
    }

    @Test
    void doesNotStartWithAnOffsetThatItCannotRead() throws IOException {
        Files.writeString(file, "eleven minutes");
        assertThatThrownBy(() -> new MovableClock(base, file))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void isTheSystemsTimeUnlessAFileIsNamed() {
        applications.run(
                context -> assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC()));
        applications
                .withPropertyValues("TINKUY_CLOCK_FILE=" + file)
                .run(context ->
                        assertThat(context.getBean(Clock.class)).isInstanceOf(MovableClock.class));
    }

    @Test
    void givesWayToAClockOfTheApplication() {
        applications
                .withBean(Clock.class, () -> base)
                .run(context -> assertThat(context.getBean(Clock.class)).isSameAs(base));
    }
}
