package org.tinkuy.languages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dates and times as a language writes them (CLDR), the same on a page, in a mail and in a
/// calendar. Times are in 24 hours: a plenary at 18:00 is the same in every language, and "6:00" is
/// not.
public record TimeWords(Language language) {

    /// From one to another: no line ends after the dash (U+2060, WORD JOINER).
    public static final String TO = "–\u2060";

    /// The same between what has several words, where a line may end before the second.
    public static final String TO_ANOTHER_DAY = "\u00a0– ";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Pattern FIRST = Pattern.compile("\\b1 ");

    /// With its weekday.
    public String date(LocalDate date) {
        return localized(FormatStyle.FULL, date);
    }

    public String dateWithoutWeekday(LocalDate date) {
        return localized(FormatStyle.LONG, date);
    }

    /// Such as `jue 3 set`: without the points that some languages put after what is shortened.
    public String shortDay(TemporalAccessor date) {
        return format("EEE d MMM", date);
    }

    /// Such as `set`.
    public String shortMonth(LocalDate date) {
        return format("MMM", date);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(language.locale())
                .format(month);
    }

    public static String clock(TemporalAccessor time) {
        return CLOCK.format(time);
    }

    /// @param ends `null`: not stated
    public static String range(LocalTime starts, @Nullable LocalTime ends) {
        return ends == null ? clock(starts) : clock(starts) + TO + clock(ends);
    }

    /// The same, with the day on which it ends where that is another: `23:00 – Fri 4 Dec, 01:00`.
    ///
    /// @param ends `null`: not stated
    public String range(ZonedDateTime starts, @Nullable ZonedDateTime ends) {
        return ends == null || ends.toLocalDate().equals(starts.toLocalDate())
                ? range(starts.toLocalTime(), ends == null ? null : ends.toLocalTime())
                : clock(starts) + TO_ANOTHER_DAY + shortDay(ends) + ", " + clock(ends);
    }

    /// Whose clock a time is by, such as `hora de Perú`.
    public String zone(ZoneId zone) {
        return ZoneNames.in(language).of(zone);
    }

    /// The same with the offset, such as `(UTC-03:00)`, where the clocks show a time twice: nobody
    /// could tell which of the two is meant.
    ///
    /// @param ends `null`: not stated
    public String zone(ZoneId zone, Instant begins, @Nullable Instant ends) {
        return offsets(zone, begins, ends)
                .map(offsets -> zone(zone) + " (" + offsets + ")")
                .orElseGet(() -> zone(zone));
    }

    /// Such as `UTC-03:00`; empty where the clocks show neither time twice.
    ///
    /// @param ends `null`: not stated
    public static Optional<String> offsets(ZoneId zone, Instant begins, @Nullable Instant ends) {
        var offsets =
                Stream.of(Optional.of(begins), Optional.ofNullable(ends))
                        .flatMap(Optional::stream)
                        .filter(moment -> comesTwice(moment, zone))
                        .map(moment -> "UTC" + zone.getRules().getOffset(moment).getId())
                        .map(offset -> offset.replace("UTCZ", "UTC"))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return Optional.of(offsets).filter(told -> !told.isEmpty());
    }

    private static boolean comesTwice(Instant moment, ZoneId zone) {
        var local = LocalDateTime.ofInstant(moment, zone);
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    private String localized(FormatStyle style, LocalDate date) {
        return ordinal(
                DateTimeFormatter.ofLocalizedDate(style).withLocale(language.locale()).format(date),
                date);
    }

    private String format(String pattern, TemporalAccessor date) {
        return ordinal(
                DateTimeFormatter.ofPattern(pattern, language.locale())
                        .format(date)
                        .replace(".", ""),
                date);
    }

    /// French counts the first day of a month as the first, which the JDK's data of CLDR does not.
    private String ordinal(String written, TemporalAccessor date) {
        return language == Language.FR
                        && date.isSupported(ChronoField.DAY_OF_MONTH)
                        && date.get(ChronoField.DAY_OF_MONTH) == 1
                ? FIRST.matcher(written).replaceFirst("1er ")
                : written;
    }
}
