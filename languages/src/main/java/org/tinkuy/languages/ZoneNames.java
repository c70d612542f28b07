package org.tinkuy.languages;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// What a language calls the time zones.
///
/// A country with one time is named by itself, as people there say it. Any other zone goes by its
/// city, which people know best, spelt as the language does; the few that name no city are called
/// as the JDK does. The file of a language has both: whole names by the zone (`America/Lima`), and
/// cities that it spells otherwise than the tz database (`New_York`).
final class ZoneNames {

    /// Of the tz database; and its oceans. Its other names are those of countries and offsets.
    private static final Set<String> CONTINENTS =
            Set.of(
                    "Africa",
                    "America",
                    "Antarctica",
                    "Arctic",
                    "Asia",
                    "Atlantic",
                    "Australia",
                    "Europe",
                    "Indian",
                    "Pacific");

    private static final String PATTERN = "time-of";
    private static final String BEFORE_A_VOWEL = "time-of-vowel";

    private static final Map<Language, ZoneNames> BY_LANGUAGE = all();

    private final Language language;
    private final Properties words;

    private ZoneNames(Language language) {
        this.language = language;
        this.words = read("zones_" + language.tag() + ".properties");
    }

    static ZoneNames in(Language language) {
        return requireNonNull(BY_LANGUAGE.get(language));
    }

    String of(ZoneId zone) {
        var id = zone.getId();
        var whole = words.getProperty(id);
        if (whole != null) {
            return whole;
        }
        var slash = id.indexOf('/');
        return slash > 0 && CONTINENTS.contains(id.substring(0, slash))
                ? timeOf(city(id.substring(id.lastIndexOf('/') + 1)))
                : byTheJdk(zone);
    }

    /// Its city, with its state where several are called so: `Knox (Indiana)`.
    String place(String id) {
        var parts = id.split("/", -1);
        var city = city(parts[parts.length - 1]);
        return parts.length < 3 ? city : city + " (" + city(parts[1]) + ")";
    }

    private String city(String name) {
        return words.getProperty(name, name.replace('_', ' '));
    }

    private String timeOf(String city) {
        var pattern = words.getProperty(startsWithVowel(city) ? BEFORE_A_VOWEL : PATTERN);
        return requireNonNull(pattern).replace("{0}", city);
    }

    private static boolean startsWithVowel(String city) {
        return "AEIOU".contains(Normalizer.normalize(city, Normalizer.Form.NFD).substring(0, 1));
    }

    /// An offset is the same in every language.
    private String byTheJdk(ZoneId zone) {
        var fixed = zone.getRules().isFixedOffset();
        var offset = zone.getRules().getOffset(Instant.EPOCH);
        if (fixed) {
            return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
        }
        return new DateTimeFormatterBuilder()
                .appendGenericZoneText(TextStyle.FULL)
                .toFormatter(language.locale())
                .format(Instant.EPOCH.atZone(zone));
    }

    private static Map<Language, ZoneNames> all() {
        var all = new EnumMap<Language, ZoneNames>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new ZoneNames(language));
        }
        return all;
    }

    private static Properties read(String name) {
        var words = new Properties();
        try (var in = requireNonNull(ZoneNames.class.getResourceAsStream(name), name)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
