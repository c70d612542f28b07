package org.tinkuy.session.importing.file;

import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionTimes;

record SessionEntry(
        @NotNull SessionKind kind,
        @Nullable @Valid Titles title,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String note,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable ZoneId timeZone,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String place,
        @Nullable @Min(1) @Max(Capacity.LARGEST) Integer capacity) {

    SessionEntry {
        note = Stated.orNull(note);
        place = Stated.orNull(place);
    }

    Session.Plan toPlan(@Nullable EventId event) {
        return new Session.Plan(
                event,
                kind,
                Titles.textOf(title),
                note,
                new SessionTimes(date, starts, ends),
                timeZone,
                place,
                capacity == null ? null : new Capacity(capacity));
    }

    static SessionEntry of(Session session) {
        var capacity = session.capacity();
        return new SessionEntry(
                session.kind(),
                Titles.of(session.title()),
                session.note(),
                session.times().date(),
                session.times().starts(),
                session.times().ends(),
                session.ownTimeZone(),
                session.place(),
                capacity == null ? null : capacity.seats());
    }
}
