package org.tinkuy.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.languages.Zones.Offer;

class ZonesTests {

    @ParameterizedTest
    @ValueSource(strings = {"America/Lima", "US/Eastern", "Asia/Calcutta", "Africa/Bamako", "UTC"})
    void knowsTheNamesOfTheDatabaseAndItsLinks(String name) {
        assertThat(Zones.isName(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Calcutta, Asia/Kolkata",
        "US/Eastern, America/New_York",
        "Europe/Kiev, Europe/Kyiv",
        "Africa/Asmera, Africa/Asmara",
        "Iceland, Atlantic/Reykjavik",
        // of which the JDK has none by itself
        "EST, America/Panama",
        "MST, America/Phoenix",
        "HST, Pacific/Honolulu",
        "ROC, Asia/Taipei",
        "GMT+0, Etc/GMT",
        "GMT-0, Etc/GMT",
        "Africa/Bamako, Africa/Bamako",
        "UTC, UTC"
    })
    void readsANameOfFormerTimesAsTodays(String given, String name) {
        assertThat(Zones.named(given)).contains(ZoneId.of(name));
    }

    @Test
    void changesTheNameAndNoClock() {
        for (var name : ZoneId.getAvailableZoneIds()) {
            Zones.named(name)
                    .ifPresent(zone ->
                            assertThat(zone.getRules())
                                    .as(name)
                                    .isEqualTo(ZoneId.of(name).getRules()));
        }
        assertThat(
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(Zones::isName)
                                .filter(name -> !name.startsWith("Etc/"))
                                .filter(name ->
                                        !Zones.isOffered(Zones.named(name).orElseThrow().getId())))
                .containsExactlyInAnyOrder(
                        "CET",
                        "CST6CDT",
                        "EET",
                        "EST5EDT",
                        "GMT",
                        "GMT0",
                        "Greenwich",
                        "MET",
                        "MST7MDT",
                        "PST8PDT",
                        "UCT",
                        "UTC",
                        "Universal",
                        "WET",
                        "Zulu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemV/PST8", "PST", "UTC-5", "+05:00", "America/Nowhere", ""})
    void knowsNothingElse(String name) {
        assertThat(Zones.isName(name)).isFalse();
    }

    @Test
    void offersEachPlaceOnce() {
        var offered = Zones.offered(Language.EN, UnaryOperator.identity());

        assertThat(offered.keySet()).contains("Africa", "America", "Pacific").doesNotContain("US");
        assertThat(offered.get("Africa"))
                .extracting(Offer::words)
                .contains("Asmara", "Bamako")
                .doesNotContain("Asmera", "Timbuktu");
        assertThat(offered.get("Australia"))
                .extracting(Offer::zone)
                .doesNotContain("Australia/ACT", "Australia/LHI");
        assertThat(offered.get("America"))
                .contains(new Offer("America/Indiana/Knox", "Knox (Indiana)"))
                .extracting(Offer::zone)
                .doesNotContain("America/Knox_IN");
    }

    @Test
    void namesThemInTheLanguageAndByItsAlphabet() {
        var words =
                Zones.offered(Language.ES, UnaryOperator.identity())
                        .getOrDefault("Europe", List.of())
                        .stream()
                        .map(Offer::words)
                        .toList();

        assertThat(words).contains("Londres", "Ámsterdam");
        assertThat(words.indexOf("Ámsterdam")).isLessThan(words.indexOf("Berlín"));
    }

    @Test
    void offersThoseOfACountryBeforeItsNeighboursAndThoseBeforeTheWorld() {
        var near = Zones.offeredNear(Language.ES, ZoneId.of("America/Guayaquil"));

        assertThat(near).extracting(Offer::zone).doesNotHaveDuplicates();
        assertThat(near.subList(0, 3))
                .containsExactly(
                        new Offer("America/Guayaquil", "Guayaquil"),
                        new Offer("Pacific/Galapagos", "Galápagos"),
                        new Offer("America/Adak", "Adak"));
        assertThat(Zones.offeredNear(Language.ES, ZoneId.of("UTC"))).hasSameSizeAs(near);
    }

    @ParameterizedTest
    @CsvSource({
        "ES, America/Asuncion, Asunción",
        "ES, America/North_Dakota/Center, Center (Dakota del Norte)",
        "FR, Asia/Tashkent, Tachkent",
        "QU, Pacific/Galapagos, Galápagos",
        "EN, Antarctica/DumontDUrville, Dumont d’Urville"
    })
    void spellsThemAsTheLanguageDoes(Language language, String zone, String words) {
        assertThat(Zones.offeredNear(language, ZoneId.of(zone))).contains(new Offer(zone, words));
    }

    /// Whose spelling is another language's, or a name of former times.
    private static final Set<String> NOT_AS_CLDR =
            Set.of(
                    "Antarctica/DumontDUrville",
                    "America/Fort_Nelson",
                    "America/Manaus",
                    "Europe/Kyiv",
                    "Pacific/Kanton");

    /// A second reader: where the Unicode consortium's list (CLDR) spells a city otherwise than the
    /// tz database, so do we, though not always as it does.
    @ParameterizedTest
    @EnumSource
    void leavesNoCityAsTheDatabaseSpellsItWhereTheLanguageSpellsItOtherwise(Language language) {
        // No list knows Quechua's: it spells them as Spanish does.
        var locale = language == Language.QU ? Language.ES.locale() : language.locale();
        var names = TimeZoneNames.getInstance(locale);
        for (var offer : Zones.offeredNear(language, ZoneId.of("America/Lima"))) {
            var cldr = names.getExemplarLocationName(TimeZone.getCanonicalID(offer.zone()));
            var parts = offer.zone().split("/", -1);
            var plain = parts[parts.length - 1].replace('_', ' ');
            if (cldr == null || NOT_AS_CLDR.contains(offer.zone())) {
                continue;
            }
            // Knox, Indiana
            var city = cldr.replaceFirst("( \\(|, | \\[).*", "");
            if (!city.equals(plain)) {
                assertThat(offer.words()).as(city).doesNotMatch(Pattern.quote(plain) + "( \\(.*)?");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FR, Africa/Cairo, Le Caire, heure du Caire",
        "FR, Pacific/Easter, Île de Pâques, heure de l’île de Pâques",
        "FR, Asia/Tehran, Téhéran, heure de Téhéran",
        "FR, Europe/Guernsey, Guernesey, heure de Guernesey",
        "FR, Asia/Yakutsk, Iakoutsk, heure d’Iakoutsk",
        "FR, Atlantic/Canary, Canaries, heure des Canaries",
        "ES, Africa/Accra, Acra, hora de Acra",
        "EN, America/St_Johns, St John’s, St John’s time"
    })
    void namesAZoneInTheListAsInASentence(
            Language language, String zone, String words, String sentence) {
        assertThat(Zones.offeredNear(language, ZoneId.of(zone))).contains(new Offer(zone, words));
        assertThat(new TimeWords(language).zone(ZoneId.of(zone))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingTwice(Language language) {
        for (var offers : Zones.offered(language, UnaryOperator.identity()).values()) {
            assertThat(offers).extracting(Offer::words).doesNotHaveDuplicates();
            assertThat(offers).extracting(Offer::zone).allMatch(Zones::isName);
        }
        assertThat(List.of("America/Lima", "America/La_Paz")).allMatch(Zones::isOffered);
    }
}
