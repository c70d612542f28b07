package org.tinkuy.site.timetable;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toMap;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;

/// Where events of several programmes take place, by the name that their organisers gave it.
///
/// @param slug of its page: the name in small letters of ASCII, digits and hyphens; the same for
///   names that differ in accents alone
public record Region(String slug, String name) {

    /// `Apurímac` before `Apurimac`, and that before `apurimac`.
    private static final Comparator<Region> BEST_NAMED =
            comparingLong((Region region) -> region.name().chars().filter(c -> c < 0x80).count())
                    .thenComparing(Region::name);

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

    /// Empty where the event states none, or one that is not written in Latin letters.
    public static Optional<Region> of(Event event) {
        return Optional.ofNullable(event.region()).flatMap(Region::named);
    }

    static Optional<Region> of(LocatedSession at) {
        return Optional.ofNullable(at.event()).flatMap(Region::of);
    }

    /// In the order of their names, each once.
    public static List<Region> of(Stream<Programme> programmes) {
        return distinct(
                programmes
                        .flatMap(programme -> programme.events().stream())
                        .flatMap(event -> of(event).stream()));
    }

    static List<Region> distinct(Stream<Region> regions) {
        return regions
                .collect(toMap(Region::slug, Function.identity(), BinaryOperator.minBy(BEST_NAMED)))
                .values()
                .stream()
                .sorted(comparing(Region::slug))
                .toList();
    }

    public String path() {
        return "/regions/" + slug;
    }

    private static Optional<Region> named(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        var hyphened = SEPARATORS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        var slug = OUTER_HYPHENS.matcher(hyphened).replaceAll("");
        return slug.isEmpty() ? Optional.empty() : Optional.of(new Region(slug, name.strip()));
    }
}
