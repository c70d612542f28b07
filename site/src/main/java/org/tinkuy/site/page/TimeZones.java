package org.tinkuy.site.page;

import static java.util.stream.Collectors.groupingBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The time zones that a page offers: some four hundred, each a city of a continent.
public final class TimeZones {

    private static final Set<String> CONTINENTS =
            Set.of(
                    "Africa",
                    "America",
                    "Antarctica",
                    "Asia",
                    "Atlantic",
                    "Australia",
                    "Europe",
                    "Indian",
                    "Pacific");

    /// In alphabetical order.
    public static final Map<String, List<String>> BY_CONTINENT =
            new TreeMap<>(
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> CONTINENTS.contains(continent(id)))
                            .sorted()
                            .collect(groupingBy(TimeZones::continent)));

    private TimeZones() {}

    private static String continent(String zone) {
        return zone.substring(0, Math.max(0, zone.indexOf('/')));
    }
}
