package org.tinkuy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import biweekly.Biweekly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    static Stream<OtherReader> readers() {
        return Stream.of(OtherReader.ICALENDAR, OtherReader.ICAL_JS);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyQuarterOfAnHourAroundAChangeIsReadAsItIsMeant(OtherReader reader) throws Exception {
        var program = reader.program();
        assumeTrue(program.isPresent(), reader.trial() + " fails");
        var calendars = Files.createDirectory(directory.resolve("calendars"));
        var meant = new LinkedHashMap<String, Map<String, Moments>>();
        for (var zone : SweptTimes.zones().toList()) {
            var times =
                    Stream.concat(
                                    SweptTimes.noons(zone).stream(),
                                    SweptTimes.aroundChanges(zone).stream())
                            .toList();
            var name = zone.getId().replace('/', '~');
            Files.writeString(calendars.resolve(name + ".feed"), SweptTimes.feed(times));
            Files.writeString(calendars.resolve(name + ".mail"), SweptTimes.attachment(times));
            meant.put(name + ".feed", SweptTimes.moments(times));
            meant.put(name + ".mail", SweptTimes.moments(times));
        }
        assertThat(reader.read(program.orElseThrow(), calendars, directory)).isEqualTo(meant);
    }
}
