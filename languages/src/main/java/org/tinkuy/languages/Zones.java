package org.tinkuy.languages;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The time zones that are known by name, and those of them that people choose from.
public final class Zones {

    /// @param zone its name in the tz database
    /// @param words its city, as the language writes it
    public record Offer(String zone, String words) {}

    /// The JDK has rules of its own besides those of the tz database.
    private static final String NOT_OF_IANA = "SystemV/";

    /// Names only: an offset such as `+05:00` knows nothing of daylight saving.
    private static final Set<String> OF_THE_JDK =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(name -> !name.startsWith(NOT_OF_IANA))
                    .collect(Collectors.toUnmodifiableSet());

    /// The country of each that is offered (ISO 3166-1), by the zone's name.
    private static final Map<String, String> COUNTRIES =
            pairs("zones.txt")
                    .filter(line -> OF_THE_JDK.contains(line[0]))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

    /// From a name of former times, or another one, to today's.
    private static final Map<String, String> FORMER =
            pairs("former-zones.txt")
                    .filter(line -> OF_THE_JDK.contains(line[1]))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

    private Zones() {}

    /// A zone by its name of today, whichever name of it is given: browsers say `Asia/Calcutta` and
    /// `Asia/Kolkata` of the same clock, and people there would be shown two times.
    ///
    /// @return empty: no name of the IANA database
    public static Optional<ZoneId> named(String name) {
        return isName(name)
                ? Optional.of(ZoneId.of(FORMER.getOrDefault(name, name)))
                : Optional.empty();
    }

    /// Of the IANA database, links such as `US/Eastern` included. The JDK has no zone by some of
    /// these, such as `EST`: only [#named] leads to one.
    public static boolean isName(String name) {
        return OF_THE_JDK.contains(name) || FORMER.containsKey(name);
    }

    /// Whether it is offered: what is the same by another name, or was once, is not.
    public static boolean isOffered(String name) {
        return COUNTRIES.containsKey(name);
    }

    /// In the order of the alphabet.
    ///
    /// @param area what the language calls `America`, `Pacific`, …
    public static Map<String, List<Offer>> offered(Language language, UnaryOperator<String> area) {
        var order = Collator.getInstance(language.locale());
        Comparator<Offer> byWords = (one, other) -> order.compare(one.words(), other.words());
        var offers = new TreeMap<String, List<Offer>>(order);
        for (var name : COUNTRIES.keySet()) {
            offers.computeIfAbsent(area.apply(area(name)), _ -> new ArrayList<>())
                    .add(offer(language, name));
        }
        offers.values().forEach(its -> its.sort(byWords));
        return offers;
    }

    /// For a field in which a name is typed: those of a zone's country first, then those of its
    /// part of the world, then all others.
    public static List<Offer> offeredNear(Language language, ZoneId near) {
        var country = COUNTRIES.get(near.getId());
        return COUNTRIES.keySet().stream()
                .sorted(
                        Comparator.<String>comparingInt(name ->
                                        Objects.equals(COUNTRIES.get(name), country)
                                                ? 0
                                                : area(name).equals(area(near.getId())) ? 1 : 2)
                                .thenComparing(Comparator.naturalOrder()))
                .map(name -> offer(language, name))
                .toList();
    }

    private static Offer offer(Language language, String name) {
        return new Offer(name, ZoneNames.in(language).place(name));
    }

    /// `America`; of a name without one, such as `UTC`, the whole.
    private static String area(String name) {
        return name.split("/", -1)[0];
    }

    /// Lines of two words.
    private static Stream<String[]> pairs(String file) {
        try (var in = requireNonNull(Zones.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
