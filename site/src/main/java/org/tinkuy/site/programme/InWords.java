package org.tinkuy.site.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.TimeWords;
import org.tinkuy.markdown.Description;
import org.tinkuy.site.visitor.Phrase;
import org.tinkuy.site.visitor.Visitor;

/// Texts, dates and times as one visitor reads them.
public record InWords(Language language, @Nullable ZoneId ownZone) {

    public static InWords of(Visitor visitor) {
        return new InWords(visitor.language(), visitor.timeZone());
    }

    public @Nullable Phrase text(@Nullable Map<String, String> texts) {
        return Phrase.in(language, texts);
    }

    public Phrase plain(Programme programme, String text) {
        return programme.plain(language, text);
    }

    /// An organiser's Markdown as HTML that is safe to show.
    ///
    /// @param heading the level of its highest heading, below those of the page
    public String html(Phrase written, int heading) {
        return Description.html(written.text(), heading);
    }

    /// A programme's title, with the name of its page where another of these is called the same.
    public String toldApart(Programme programme, List<Programme> among) {
        var title = title(programme);
        return among.stream().filter(other -> title(other).equals(title)).count() > 1
                ? title + " · " + programme.slug()
                : title;
    }

    private String title(Programme programme) {
        var title = text(programme.title());
        return title == null ? programme.slug() : title.text();
    }

    /// In itself, as far as it is one of ours; else its tag.
    public String languageName(String tag) {
        return Language.of(tag).map(Language::ownName).orElse(tag);
    }

    /// An address in pieces, between which a line may be broken.
    public List<String> pieces(String address) {
        return List.of(address.split("(?<=@)|(?=\\.)", -1));
    }

    /// For the `lang` attribute: `null` where the page's own language holds.
    public @Nullable String lang(@Nullable String other) {
        return language.tag().equals(other) ? null : other;
    }

    public String date(LocalDate date) {
        return times().date(date);
    }

    public String shortDate(LocalDate date) {
        return times().dateWithoutWeekday(date);
    }

    public String day(LocalDate date) {
        return String.valueOf(date.getDayOfMonth());
    }

    public String monthOf(LocalDate date) {
        return times().shortMonth(date);
    }

    public String month(YearMonth month) {
        return times().month(month);
    }

    /// One day, or from – to; the day comes first in every language here.
    public String dates(LocalDate starts, @Nullable LocalDate ends) {
        if (ends == null || ends.equals(starts)) {
            return date(starts);
        }
        return YearMonth.from(starts).equals(YearMonth.from(ends))
                ? starts.getDayOfMonth() + TimeWords.TO + shortDate(ends)
                : shortDate(starts) + TimeWords.TO_ANOTHER_DAY + shortDate(ends);
    }

    /// @param until `null`: it goes on
    public String years(int from, @Nullable Integer until) {
        return until == null ? Integer.toString(from) : from + TimeWords.TO + until;
    }

    /// Of the moments, as calendars show them: a time that was stated may be one that the clocks
    /// there skip. With the day on which it ends where that is another.
    public @Nullable String times(Session session) {
        var begins = session.startsAt();
        if (begins == null) {
            return session.starts() == null ? null : range(session.starts(), session.ends());
        }
        var ends = session.endsAt();
        return times().range(
                        begins.atZone(session.timeZone()),
                        ends == null ? null : ends.atZone(session.timeZone()));
    }

    /// By another clock than that of its place; with the day on which it ends where that is the
    /// next.
    ///
    /// @return `null` where its start is to be announced
    public @Nullable String times(Session session, ZoneId clock) {
        var begins = session.startsAt();
        if (begins == null) {
            return null;
        }
        var ends = session.endsAt();
        var range = times().range(begins.atZone(clock), ends == null ? null : ends.atZone(clock));
        return TimeWords.offsets(clock, begins, ends)
                .map(offsets -> range + " (" + offsets + ")")
                .orElse(range);
    }

    /// A moment of a day by a clock, with its own day where that is another, and its offset where
    /// the clocks show the time twice.
    public String clock(Instant moment, ZoneId clock, LocalDate day) {
        var local = moment.atZone(clock);
        var time = TimeWords.clock(local);
        var told = local.toLocalDate().equals(day) ? time : times().shortDay(local) + ", " + time;
        return TimeWords.offsets(clock, moment, null)
                .map(offset -> told + " (" + offset + ")")
                .orElse(told);
    }

    /// Whether clocks of both show the same when it begins; also where nobody knows when.
    public static boolean isBy(Session session, ZoneId clock) {
        var begins = session.startsAt();
        return begins == null || sameClock(session.timeZone(), clock, begins);
    }

    public String zone(ZoneId zone) {
        return times().zone(zone);
    }

    /// Whose clock the times of a session are by.
    public String zone(Session session) {
        var begins = session.startsAt();
        return begins == null
                ? zone(session.timeZone())
                : times().zone(session.timeZone(), begins, session.endsAt());
    }

    /// The visitor's own time, where it is known and differs from the session's.
    public @Nullable String ownTimes(Session session) {
        var begins = session.startsAt();
        if (ownZone == null || begins == null || sameClock(ownZone, session.timeZone(), begins)) {
            return null;
        }
        var starts = begins.atZone(ownZone);
        var end = session.endsAt();
        var times = times().range(starts, end == null ? null : end.atZone(ownZone));
        return starts.toLocalDate().equals(session.date())
                ? times
                : times().shortDay(starts) + ", " + times;
    }

    /// For the `datetime` attribute, which takes no more than three digits of a second (HTML,
    /// "valid time string").
    public String stamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// An instant in the visitor's zone, else in that of the place it is about.
    public String instant(Instant instant, ZoneId otherwise) {
        var local = instant.atZone(ownZone == null ? otherwise : ownZone);
        return times().shortDay(local) + ", " + TimeWords.clock(local);
    }

    public @Nullable String ownZoneName() {
        return ownZone == null ? null : zone(ownZone);
    }

    private TimeWords times() {
        return new TimeWords(language);
    }

    private static boolean sameClock(ZoneId one, ZoneId other, Instant at) {
        return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }

    public static String range(LocalTime starts, @Nullable LocalTime ends) {
        return TimeWords.range(starts, ends);
    }
}
