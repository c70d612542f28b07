package org.tinkuy.languages;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates and times as a language writes them (CLDR), the same on a page, in a mail and in a
/// calendar. Times are in 24 hours: a plenary at 18:00 is the same in every language, and "6:00" is
/// not.
public record TimeWords(Language language) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// With its weekday.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(date);
    }

    public String dateWithoutWeekday(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
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
        return ends == null ? clock(starts) : clock(starts) + "–" + clock(ends);
    }

    /// Whose clock a time is by, such as `hora de Perú`.
    public String zone(ZoneId zone) {
        return ZoneNames.in(language).of(zone);
    }

    private String format(String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .format(date)
                .replace(".", "");
    }
}
