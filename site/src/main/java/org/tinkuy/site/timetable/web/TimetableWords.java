package org.tinkuy.site.timetable.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.timetable.Grid;
import org.tinkuy.site.timetable.Timetable;
import org.tinkuy.site.timetable.Where;
import org.tinkuy.site.timetable.web.TimetableView.CellView;
import org.tinkuy.site.timetable.web.TimetableView.ColumnView;
import org.tinkuy.site.timetable.web.TimetableView.DayView;
import org.tinkuy.site.timetable.web.TimetableView.Entry;
import org.tinkuy.site.timetable.web.TimetableView.RowView;
import org.tinkuy.site.visitor.Phrase;

/// Says a timetable in the words of one visitor.
@Component
public class TimetableWords {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final MessageSource messages;

    TimetableWords(MessageSource messages) {
        this.messages = messages;
    }

    /// @param query of the pages that sessions lead to: empty, or with its question mark
    public TimetableView of(Timetable timetable, InWords in, String query, Instant now) {
        var said = new Saying(timetable.clock(), in, query, now);
        return new TimetableView(
                timetable.days().stream().filter(Timetable.Day::over).map(said::day).toList(),
                timetable.days().stream().filter(day -> !day.over()).map(said::day).toList(),
                timetable.undated().stream().map(said::entry).toList(),
                in.zone(timetable.clock()));
    }

    /// In the page's own language.
    String word(String key, InWords in) {
        return messages.getMessage(key, null, in.language().locale());
    }

    /// The kind itself where there is no word for it.
    String kind(String kind, InWords in) {
        return String.valueOf(
                messages.getMessage("kind." + kind, null, kind, in.language().locale()));
    }

    private final class Saying {

        private final ZoneId clock;
        private final InWords in;
        private final String query;
        private final Instant now;

        Saying(ZoneId clock, InWords in, String query, Instant now) {
            this.clock = clock;
            this.in = in;
            this.query = query;
            this.now = now;
        }

        private DayView day(Timetable.Day day) {
            var grid = day.grid();
            var events =
                    grid.columns().stream()
                            .map(column -> column.where().event())
                            .distinct()
                            .count();
            return new DayView(
                    "day-" + day.date(),
                    in.date(day.date()),
                    grid.columns().stream().map(column -> column(column, events > 1)).toList(),
                    grid.rows().stream().map(row -> row(row, day.date())).toList(),
                    day.untimed().stream().map(this::entry).toList());
        }

        private ColumnView column(Grid.Column column, boolean ofSeveral) {
            var where = column.where();
            return new ColumnView(
                    name(where),
                    ofSeveral && where.place() != null ? event(where) : null,
                    column.lanes());
        }

        private RowView row(Grid.Row row, LocalDate day) {
            return new RowView(
                    in.stamp(row.begins()),
                    in.clock(row.begins(), clock, day),
                    height(row.length()),
                    row.contains(now),
                    row.isBeginning(),
                    row.cells().stream()
                            .map(cell ->
                                    new CellView(
                                            cell.rows(),
                                            cell.at() == null ? null : entry(cell.at())))
                            .toList());
        }

        private static int height(@Nullable Duration length) {
            return length == null
                    ? RowView.MOST_QUARTERS / 2
                    : Math.clamp(length.dividedBy(QUARTER), 1, RowView.MOST_QUARTERS);
        }

        private Entry entry(LocatedSession at) {
            var session = at.session();
            var own = in.text(session.title());
            var kind = kind(session.kind(), in);
            var begins = session.startsAt();
            return new Entry(
                    at.path() + query + "#d-" + session.id(),
                    own == null ? here(at.ordinal() > 0 ? kind + " " + at.ordinal() : kind) : own,
                    session.kind(),
                    own == null ? null : kind,
                    in.times(session, clock),
                    begins == null ? null : in.stamp(begins),
                    session.isOpenEnded(),
                    there(session),
                    name(Where.of(at)),
                    state(session));
        }

        private @Nullable String there(Session session) {
            return InWords.isBy(session, clock)
                    ? null
                    : in.times(session) + ", " + in.zone(session);
        }

        private @Nullable String state(Session session) {
            if (session.isCancelled()) {
                return "session.cancelled";
            }
            if (session.isOn(now)) {
                return "timetable.now";
            }
            return session.isByInvitation() ? "session.by-invitation" : null;
        }

        private Phrase name(Where where) {
            if (where.place() != null) {
                return here(where.place());
            }
            if (where.event() != null) {
                return event(where);
            }
            return where.online()
                    ? here(word("mode.online", in))
                    : requireNonNull(in.text(where.programme().title()));
        }

        private Phrase event(Where where) {
            var event = where.event();
            return requireNonNull(
                    in.text(event == null ? where.programme().title() : event.title()));
        }

        private Phrase here(String text) {
            return new Phrase(text, in.language().tag());
        }
    }
}
