package org.tinkuy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import biweekly.Biweekly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.calendar.SweptTimes.Moments;

/// Two years of times in each zone, read by others.
class EveryZoneTests {

    @TempDir Path directory;

    /// For biweekly 0.6.8 summer time is an hour, whatever the offsets say.
    private static final Set<String> OTHER_SUMMERS =
            Set.of("Antarctica/Troll", "Australia/LHI", "Australia/Lord_Howe");

    static Stream<ZoneId> zones() {
        return SweptTimes.zones().filter(zone -> !OTHER_SUMMERS.contains(zone.getId()));
    }

    /// On the day of a change of the clocks biweekly 0.6.8 is an hour off itself.
    @ParameterizedTest
    @MethodSource("zones")
    void noonsAreNoonsForBiweekly(ZoneId zone) {
        var noons = SweptTimes.noons(zone);
        for (var text : List.of(SweptTimes.feed(noons), SweptTimes.attachment(noons))) {
            assertThat(readByBiweekly(text)).isEqualTo(SweptTimes.moments(noons));
        }
    }

    private static Map<String, Moments> readByBiweekly(String text) {
        var moments = new LinkedHashMap<String, Moments>();
        for (var event : Biweekly.parse(text).first().getEvents()) {
            moments.put(
                    event.getUid().getValue(),
                    new Moments(
                            event.getDateStart().getValue().toInstant(),
                            event.getDateEnd().getValue().toInstant()));
        }
        return moments;
    }

    @Test
    void everyQuarterOfAnHourAroundAChangeIsReadAsItIsMeant() throws Exception {
        var python = pythonWithIcalendar();
        assumeTrue(python.isPresent(), "python3-icalendar is not installed");
        var files = directory.resolve("calendars");
        Files.createDirectory(files);
        var meant = new LinkedHashMap<String, Map<String, Moments>>();
        for (var zone : SweptTimes.zones().toList()) {
            var times =
                    Stream.concat(
                                    SweptTimes.noons(zone).stream(),
                                    SweptTimes.aroundChanges(zone).stream())
                            .toList();
            var name = zone.getId().replace('/', '~');
            Files.writeString(files.resolve(name + ".feed"), SweptTimes.feed(times));
            Files.writeString(files.resolve(name + ".mail"), SweptTimes.attachment(times));
            meant.put(name + ".feed", SweptTimes.moments(times));
            meant.put(name + ".mail", SweptTimes.moments(times));
        }
        assertThat(readByIcalendar(python.orElseThrow(), files)).isEqualTo(meant);
    }

    /// Debian's own Python has Debian's packages, and may not be the first on the path.
    private static Optional<String> pythonWithIcalendar() throws InterruptedException {
        for (var python : List.of("python3", "/usr/bin/python3")) {
            if (hasIcalendar(python)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static boolean hasIcalendar(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import icalendar")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private Map<String, Map<String, Moments>> readByIcalendar(String python, Path files)
            throws Exception {
        var script = directory.resolve("read-calendars.py");
        try (var in = EveryZoneTests.class.getResourceAsStream("/read-calendars.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        var process =
                new ProcessBuilder(python, script.toString(), files.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var read = new LinkedHashMap<String, Map<String, Moments>>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                read.computeIfAbsent(words[0], _ -> new LinkedHashMap<>())
                        .put(words[1], new Moments(second(words[2]), second(words[3])));
            }
        }
        assertThat(process.waitFor()).isZero();
        return read;
    }

    private static Instant second(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
