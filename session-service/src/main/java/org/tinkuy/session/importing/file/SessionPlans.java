package org.tinkuy.session.importing.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.ImpossibleTimes;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.SchedulingRefused;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionsSoFar;
import org.tinkuy.session.speaker.SpeakerId;

/// The sessions of a programme in a file. Each is scheduled once for trial, beside all before it,
/// those that are refused too, so that everything is found and each refusal names its place.
final class SessionPlans {

    private final Programme programme;
    private final Map<String, SpeakerId> called;
    private final Insistence insistence;
    private final Instant now;
    private final List<FieldError> errors;
    private final List<SessionPlan> plans = new ArrayList<>();
    private final SessionsSoFar known;

    /// @param called its speakers, by their slugs
    /// @param errors to which is added what speaks against any of them
    SessionPlans(
            Programme programme,
            Map<String, SpeakerId> called,
            Insistence insistence,
            Instant now,
            List<FieldError> errors) {
        this.programme = programme;
        this.called = called;
        this.insistence = insistence;
        this.now = now;
        this.errors = errors;
        this.known = new SessionsSoFar(programme);
    }

    /// @param path of the programme in the file
    List<SessionPlan> of(ProgrammeEntry entry, String path) {
        addAll(entry.sessions(), null, path);
        for (var i = 0; i < entry.events().size(); i++) {
            addAll(
                    entry.events().get(i).sessions(),
                    programme.events().get(i).id(),
                    path + ".events[" + i + "]");
        }
        return plans;
    }

    private void addAll(List<SessionEntry> entries, @Nullable EventId event, String path) {
        for (var i = 0; i < entries.size(); i++) {
            var place = path + ".sessions[" + i + "]";
            try {
                entries.get(i).faults(called).stream()
                        .map(error -> error.within(place))
                        .forEach(errors::add);
                var plan = entries.get(i).toPlan(event, called);
                plans.add(plan);
                add(Session.planned(SessionId.next(), plan, programme), place);
            } catch (ImpossibleTimes e) {
                errors.add(e.error().within(place));
            }
        }
    }

    private void add(Session session, String place) {
        try {
            session.requireRoomAmong(known.inTheWayOf(session), programme, insistence, now);
        } catch (SchedulingRefused e) {
            e.errors().forEach(error -> errors.add(answerable(error).within(place)));
        }
        known.add(session);
    }

    /// One answer holds for the whole file.
    private static FieldError answerable(FieldError error) {
        return Doubt.of(error.code()).isEmpty()
                ? error
                : new FieldError(
                        error.field(),
                        error.code(),
                        "%s Send the file with ?meant=%s if so it is meant."
                                .formatted(error.detail(), error.code()));
    }
}
