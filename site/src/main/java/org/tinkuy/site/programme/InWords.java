package org.tinkuy.site.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.visitor.Language;
import org.tinkuy.site.visitor.Phrase;
import org.tinkuy.site.visitor.Visitor;

/// Texts, dates and times as one visitor reads them. Times are in 24 hours: a plenary at 18:00 is
/// the same in every language, and "6:00" is not.
public record InWords(Language language, @Nullable ZoneId ownZone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final String SHORT_DAY = "EEE d MMM";

    public static InWords of(Visitor visitor) {
        return new InWords(visitor.language(), visitor.timeZone());
    }

    public @Nullable Phrase text(@Nullable Map<String, String> texts) {
        return Phrase.in(language, texts);
    }

    /// For the `lang` attribute: `null` where the page's own language holds.
    public @Nullable String lang(@Nullable String other) {
        return language.tag().equals(other) ? null : other;
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.dates())
                .format(date);
    }

    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.dates())
                .format(date);
    }

    public String day(LocalDate date) {
        return String.valueOf(date.getDayOfMonth());
    }

    public String monthOf(LocalDate date) {
        return DateTimeFormatter.ofPattern("LLL", language.dates()).format(date).replace(".", "");
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL y", language.dates()).format(month);
    }

    /// One day, or from – to; the day comes first in every language here.
    public String dates(LocalDate starts, @Nullable LocalDate ends) {
        if (ends == null || ends.equals(starts)) {
            return date(starts);
        }
        return YearMonth.from(starts).equals(YearMonth.from(ends))
                ? starts.getDayOfMonth() + "–" + shortDate(ends)
                : shortDate(starts) + " – " + shortDate(ends);
    }

    /// Of the moments, as calendars show them: a time that was stated may be one that the clocks
    /// there skip.
    public @Nullable String times(Session session) {
        var begins = session.startsAt();
        if (begins == null) {
            return session.starts() == null ? null : range(session.starts(), session.ends());
        }
        var ends = session.endsAt();
        return range(
                begins.atZone(session.timeZone()).toLocalTime(),
                ends == null ? null : ends.atZone(session.timeZone()).toLocalTime());
    }

    public String zone(ZoneId zone) {
        return new DateTimeFormatterBuilder()
                .appendGenericZoneText(TextStyle.FULL)
                .toFormatter(language.dates())
                .format(Instant.EPOCH.atZone(zone));
    }

    /// The visitor's own time, where it is known and differs from the session's.
    public @Nullable String ownTimes(Session session) {
        var begins = session.startsAt();
        if (ownZone == null || begins == null || sameClock(ownZone, session.timeZone(), begins)) {
            return null;
        }
        var starts = begins.atZone(ownZone);
        var end = session.endsAt();
        var ends = end == null ? null : end.atZone(ownZone).toLocalTime();
        var times = range(starts.toLocalTime(), ends);
        return starts.toLocalDate().equals(session.date())
                ? times
                : DateTimeFormatter.ofPattern(SHORT_DAY, language.dates()).format(starts)
                        + ", "
                        + times;
    }

    /// An instant in the visitor's zone, else in that of the place it is about.
    public String instant(Instant instant, ZoneId otherwise) {
        var local = instant.atZone(ownZone == null ? otherwise : ownZone);
        return DateTimeFormatter.ofPattern(SHORT_DAY, language.dates()).format(local)
                + ", "
                + TIME.format(local);
    }

    /// A visitor knows their zone by its city, and the page's script says it the same way.
    public @Nullable String ownZoneName() {
        return ownZone == null ? null : ownZone.getId().replace('_', ' ');
    }

    private static boolean sameClock(ZoneId one, ZoneId other, Instant at) {
        return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }

    public static String range(LocalTime starts, @Nullable LocalTime ends) {
        return ends == null ? TIME.format(starts) : TIME.format(starts) + "–" + TIME.format(ends);
    }
}
