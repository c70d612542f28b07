package org.tinkuy.session.importing.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.schedule.ImpossibleTimes;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.SchedulingRefused;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;

/// The sessions of a programme in a file. Each is scheduled once for trial, beside those before it,
/// so that all refusals are found and each names its place in the file.
final class SessionPlans {

    private final Programme programme;
    private final Insistence insistence;
    private final List<Session.Plan> plans = new ArrayList<>();
    private final List<Session> known = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    SessionPlans(Programme programme, Insistence insistence) {
        this.programme = programme;
        this.insistence = insistence;
    }

    /// @param path of the programme in the file
    /// @throws InvalidInput naming everything that speaks against any of them
    List<Session.Plan> of(ProgrammeEntry entry, String path) {
        addAll(entry.sessions(), null, path);
        for (var i = 0; i < entry.events().size(); i++) {
            addAll(
                    entry.events().get(i).sessions(),
                    programme.events().get(i).id(),
                    "%s.events[%d]".formatted(path, i));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return plans;
    }

    private void addAll(List<SessionEntry> entries, @Nullable EventId event, String path) {
        for (var i = 0; i < entries.size(); i++) {
            var place = "%s.sessions[%d]".formatted(path, i);
            try {
                var plan = entries.get(i).toPlan(event);
                known.add(
                        // A file may tell of what has been.
                        Session.schedule(
                                SessionId.next(), plan, programme, known, insistence, Instant.MIN));
                plans.add(plan);
            } catch (ImpossibleTimes e) {
                errors.add(e.error().within(place));
            } catch (SchedulingRefused e) {
                e.errors().forEach(error -> errors.add(error.within(place)));
            }
        }
    }
}
