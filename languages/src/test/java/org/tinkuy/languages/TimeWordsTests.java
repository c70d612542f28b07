package org.tinkuy.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeWordsTests {

    /// Peru writes "setiembre" (CLDR, es-PE).
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES | jueves, 3 de setiembre de 2026 | 3 de setiembre de 2026 | jue 3 set | set"
                        + " | setiembre de 2026",
                "EN | Thursday, 3 September 2026 | 3 September 2026 | Thu 3 Sept | Sept"
                        + " | September 2026",
                "QU | Jueves, 3 Setiembre, 2026 | 3 Setiembre 2026 | Jue 3 Set | Set"
                        + " | Setiembre 2026",
                "FR | jeudi 3 septembre 2026 | 3 septembre 2026 | jeu 3 sept | sept"
                        + " | septembre 2026"
            })
    void writesADateAsTheLanguageDoes(
            Language language,
            String full,
            String withoutWeekday,
            String shortDay,
            String shortMonth,
            String month) {
        var words = new TimeWords(language);
        var date = LocalDate.of(2026, 9, 3);

        assertThat(words.date(date)).isEqualTo(full);
        assertThat(words.dateWithoutWeekday(date)).isEqualTo(withoutWeekday);
        assertThat(words.shortDay(date)).isEqualTo(shortDay);
        assertThat(words.shortMonth(date)).isEqualTo(shortMonth);
        assertThat(words.month(YearMonth.from(date))).isEqualTo(month);
    }

    @Test
    void countsTheFirstOfAMonthInFrenchAlone() {
        var first = LocalDate.of(2027, 9, 1);
        var french = new TimeWords(Language.FR);

        assertThat(french.date(first)).isEqualTo("mercredi 1er septembre 2027");
        assertThat(french.dateWithoutWeekday(first)).isEqualTo("1er septembre 2027");
        assertThat(french.shortDay(first)).isEqualTo("mer 1er sept");
        assertThat(french.shortMonth(first)).isEqualTo("sept");
        assertThat(french.date(first.plusDays(10))).isEqualTo("samedi 11 septembre 2027");
        assertThat(new TimeWords(Language.ES).dateWithoutWeekday(first))
                .isEqualTo("1 de setiembre de 2027");
    }

    /// Nothing depends on the machine.
    @ParameterizedTest
    @EnumSource
    void writesTheSameWhereverItRuns(Language language) {
        var words = new TimeWords(language);
        var before = written(words);
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(written(words)).isEqualTo(before);
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String written(TimeWords words) {
        var date = LocalDate.of(2026, 12, 3);
        return words.date(date)
                + words.dateWithoutWeekday(date)
                + words.shortDay(date)
                + words.month(YearMonth.from(date))
                + TimeWords.range(LocalTime.of(8, 5), null)
                + words.zone(ZoneId.of("US/Eastern"))
                + words.zone(ZoneId.of("Etc/GMT+5"));
    }

    @Test
    void writesTimesInTwentyFourHours() {
        assertThat(TimeWords.range(LocalTime.of(18, 0), LocalTime.of(20, 5)))
                .isEqualTo("18:00–\u206020:05");
        assertThat(TimeWords.range(LocalTime.of(8, 0), null)).isEqualTo("08:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES | America/Lima | hora de Perú",
                "EN | America/Lima | Peru time",
                "QU | America/Lima | Perú suyup horan",
                "FR | America/Lima | heure du Pérou",
                "ES | America/Argentina/Buenos_Aires | hora de Buenos Aires",
                "ES | America/New_York | hora de Nueva York",
                "EN | Africa/Ouagadougou | Burkina Faso time",
                "FR | Africa/Ouagadougou | heure du Burkina Faso",
                "FR | Europe/Madrid | heure de Madrid",
                "FR | Africa/Accra | heure d’Accra",
                "FR | Europe/Athens | heure d’Athènes",
                "EN | Asia/Kathmandu | Kathmandu time",
                "ES | UTC | UTC",
                "EN | Etc/GMT+5 | UTC-05:00",
                "EN | US/Eastern | Eastern Time"
            })
    void namesATimeZoneAsPeopleCallIt(Language language, String zone, String words) {
        assertThat(new TimeWords(language).zone(ZoneId.of(zone))).isEqualTo(words);
    }

    /// Nobody says `America/Lima`.
    @ParameterizedTest
    @EnumSource
    void writesNoIdentifierOfAZone(Language language) {
        for (var zone : ZoneId.getAvailableZoneIds()) {
            assertThat(new TimeWords(language).zone(ZoneId.of(zone)))
                    .as(zone)
                    .isNotBlank()
                    .doesNotContain("/", "_");
        }
    }

    /// A name that was mistyped would never be shown.
    @ParameterizedTest
    @EnumSource
    void everyWrittenZoneExists(Language language) throws Exception {
        var words = new java.util.Properties();
        try (var file =
                TimeWords.class.getResourceAsStream("zones_" + language.tag() + ".properties")) {
            words.load(
                    new java.io.InputStreamReader(file, java.nio.charset.StandardCharsets.UTF_8));
        }
        var citiesAndStates =
                ZoneId.getAvailableZoneIds().stream()
                        .flatMap(id -> Stream.of(id.split("/", -1)))
                        .toList();
        assertThat(words.stringPropertyNames())
                .allSatisfy(key -> {
                    if (key.contains("/")) {
                        assertThat(ZoneId.getAvailableZoneIds()).contains(key);
                    } else if (!key.startsWith("time-of")) {
                        assertThat(citiesAndStates).contains(key);
                    }
                });
    }

    /// In Santiago the clocks go back from 24:00 to 23:00 on 2027-04-03.
    @Test
    void saysWhichOfTwoMomentsIsMeantThatTheClocksShowAlike() {
        var words = new TimeWords(Language.EN);
        var santiago = ZoneId.of("America/Santiago");
        var first = Instant.parse("2027-04-04T02:30:00Z");

        assertThat(words.zone(santiago, first, null))
                .isEqualTo(words.zone(santiago) + " (UTC-03:00)");
        assertThat(words.zone(santiago, first.plusSeconds(3600), null)).endsWith(" (UTC-04:00)");
        assertThat(words.zone(santiago, first, first.plusSeconds(3600)))
                .endsWith(" (UTC-03:00, UTC-04:00)");
        assertThat(words.zone(santiago, first.plusSeconds(86_400), null))
                .isEqualTo(words.zone(santiago));
    }

    @Test
    void saysOnWhichDayItEndsWhereThatIsAnother() {
        var starts = Instant.parse("2026-12-03T23:00:00Z").atZone(ZoneId.of("Africa/Bamako"));
        var words = new TimeWords(Language.EN);

        assertThat(words.range(starts, starts.plusHours(2)))
                .isEqualTo("23:00\u00a0– Fri 4 Dec, 01:00");
        assertThat(words.range(starts, starts.plusMinutes(30))).isEqualTo("23:00–\u206023:30");
        assertThat(words.range(starts, null)).isEqualTo("23:00");
    }
}
