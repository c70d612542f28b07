package org.tinkuy.session.importing.file;

import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.OneLine;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.People;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionTimes;
import org.tinkuy.session.speaker.SpeakerId;

record SessionEntry(
        @NotNull SessionKind kind,
        @Nullable @Valid Titles title,
        @Nullable @CodePointLength(max = TEXT_LENGTH) String note,
        @Nullable @Valid Texts description,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable ZoneId timeZone,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String place,
        @Nullable @Min(1) @Max(Capacity.LARGEST) Integer capacity,
        @Size(max = People.MOST) List<@NotNull String> speakers,
        @Size(max = People.MOST) List<@NotNull String> moderators) {

    SessionEntry {
        note = Stated.orNull(note);
        place = Stated.orNull(place);
    }

    /// @param called the programme's speakers, by their slugs
    /// @return the places where one is named that there is not
    List<FieldError> faults(Map<String, SpeakerId> called) {
        var errors = new ArrayList<FieldError>();
        addUnknown("speakers", speakers, called, errors);
        addUnknown("moderators", moderators, called, errors);
        return errors;
    }

    private static void addUnknown(
            String field,
            List<String> named,
            Map<String, SpeakerId> called,
            List<FieldError> errors) {
        for (var i = 0; i < named.size(); i++) {
            if (!called.containsKey(named.get(i))) {
                errors.add(
                        new FieldError(
                                field + "[" + i + "]",
                                "unknown-speaker",
                                "no speaker of the programme has this slug: " + named.get(i)));
            }
        }
    }

    SessionPlan toPlan(@Nullable EventId event, Map<String, SpeakerId> called) {
        return new SessionPlan(
                event,
                kind,
                Titles.textOf(title),
                note,
                Texts.textOf(description),
                new SessionTimes(date, starts, ends),
                timeZone,
                place,
                capacity == null ? null : new Capacity(capacity),
                new People(ids(speakers, called), ids(moderators, called)));
    }

    private static List<SpeakerId> ids(List<String> named, Map<String, SpeakerId> called) {
        return named.stream().flatMap(slug -> Stream.ofNullable(called.get(slug))).toList();
    }

    /// @param called those who are shown, and how
    static SessionEntry of(Session session, Map<SpeakerId, String> called) {
        var capacity = session.capacity();
        return new SessionEntry(
                session.kind(),
                Titles.of(session.title()),
                session.note(),
                Texts.of(session.description()),
                session.times().date(),
                session.times().starts(),
                session.times().ends(),
                session.ownTimeZone(),
                session.place(),
                capacity == null ? null : capacity.seats(),
                slugs(session.people().speakers(), called),
                slugs(session.people().moderators(), called));
    }

    private static List<String> slugs(List<SpeakerId> named, Map<SpeakerId, String> called) {
        return named.stream().flatMap(id -> Stream.ofNullable(called.get(id))).toList();
    }
}
