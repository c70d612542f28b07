package org.tinkuy.session.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;

/// What has, or will get, a start and an end. Every saved state of it is published.
///
/// @param eventId `null`: it belongs to the programme as a whole
/// @param title `null`: it is known by its kind and its event
/// @param ownTimeZone `null`: its event's, or else its programme's
/// @param place `null`: its programme's
/// @param capacity `null`: not limited
/// @param version counts the published states; the sequence of `session-published`
public record Session(
        SessionId id,
        ProgrammeId programmeId,
        @Nullable EventId eventId,
        SessionKind kind,
        @Nullable TextByLanguage title,
        @Nullable String note,
        SessionTimes times,
        @Nullable ZoneId ownTimeZone,
        @Nullable String place,
        @Nullable Capacity capacity,
        long version) {

    public static final long FIRST_VERSION = 1;

    /// What an organiser says of a session that does not exist yet.
    public record Draft(
            @Nullable EventId eventId,
            SessionKind kind,
            @Nullable TextByLanguage title,
            @Nullable String note,
            SessionTimes times,
            @Nullable ZoneId ownTimeZone,
            @Nullable String place,
            @Nullable Capacity capacity) {

        public Draft shiftedBy(int weeks) {
            return new Draft(
                    eventId,
                    kind,
                    title,
                    note,
                    times.shiftedBy(weeks),
                    ownTimeZone,
                    place,
                    capacity);
        }
    }

    /// @param regardless the organiser knows that the session breaks the programme's policy
    /// @throws SchedulingRefused if a rule of the programme forbids it
    public static Session schedule(
            SessionId id, Draft draft, Programme programme, boolean regardless) {
        var eventId = draft.eventId();
        if (eventId != null && programme.event(eventId).isEmpty()) {
            throw new SchedulingRefused.UnknownEvent();
        }
        var window = programme.policies().plenary();
        if (draft.kind() == SessionKind.PLENARY
                && !regardless
                && window != null
                && !window.admits(draft.times().starts(), draft.times().ends())) {
            throw new SchedulingRefused.OutsidePlenaryWindow(window);
        }
        return new Session(
                id,
                programme.id(),
                eventId,
                draft.kind(),
                draft.title(),
                draft.note(),
                draft.times(),
                draft.ownTimeZone(),
                draft.place(),
                draft.capacity(),
                FIRST_VERSION);
    }

    public ZoneId timeZoneIn(Programme programme) {
        return ownTimeZone == null ? programme.zoneOf(eventId) : ownTimeZone;
    }

    public boolean liesAhead(Programme programme, Instant now) {
        var start = times.startsAt(timeZoneIn(programme));
        return start != null && start.isAfter(now);
    }

    /// Who already has a seat keeps it: registration-service decides what a smaller number means.
    public Session limitedTo(@Nullable Capacity capacity) {
        return new Session(
                id,
                programmeId,
                eventId,
                kind,
                title,
                note,
                times,
                ownTimeZone,
                place,
                capacity,
                version + 1);
    }

    public WithdrawnSession withdraw() {
        return new WithdrawnSession(id, programmeId, version + 1);
    }
}
