package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// A draft of a session beside what is published of it.
///
/// @param before `null`: it is not published
/// @param formerVersion of the last that everybody was told of it before it was withdrawn; 0:
///   nothing ever was
record PendingSession(Session draft, @Nullable Session before, long formerVersion) {

    static PendingSession of(
            Session draft, Map<SessionId, Session> published, Map<SessionId, Long> withdrawn) {
        var id = draft.id();
        return new PendingSession(draft, published.get(id), withdrawn.getOrDefault(id, 0L));
    }

    boolean isPending() {
        return before == null
                || isReinstated()
                || !before.plan().equals(before.allowedOf(draft.plan()));
    }

    /// Everybody was told that it does not take place, and it does after all.
    private boolean isReinstated() {
        return before != null && before.cancellation() != null && draft.cancellation() == null;
    }

    /// The draft; where it was to take place after all and a former state says that it does not,
    /// without that.
    Session draftBeside(Session former) {
        return before != null && isReinstated() && former.cancellation() != null
                ? draft.cancelledAs(before)
                : draft;
    }

    /// What will be published.
    ///
    /// @param programme as it is published then
    /// @throws SchedulingRefused.UnknownEvent if its event is not published
    Session after(Programme programme) {
        if (before == null || isReinstated()) {
            var last = before == null ? formerVersion : before.version();
            return Session.planned(draft.id(), draft.plan(), programme).following(last);
        }
        return before.stating(before.allowedOf(draft.plan()), programme);
    }

    /// What everybody will read when all is published, whether it is another then or not.
    Session shown(Programme programme) {
        return before == null || isPending() ? after(programme) : before;
    }

    /// @param programmeBefore as it is published; `null`: nothing of it is
    Objections objectionsTo(
            Session after,
            @Nullable Programme programmeBefore,
            Programme programme,
            Others others,
            Instant now) {
        return before == null || programmeBefore == null
                ? after.objectionsToNew(others, programme, now)
                : before.objectionsTo(after, programmeBefore, programme, others, now);
    }

    /// What is written down of it; `null`: nothing is of a session that is new and breaks no rule,
    /// nor of one that only takes something from its programme that is neither place nor time.
    ///
    /// @param programmeBefore as it is published; `null`: nothing of it is
    @Nullable ScheduleChange change(
            Session.Allowed after,
            @Nullable Programme programmeBefore,
            Programme programme,
            Instant now,
            UUID by) {
        var from =
                before == null || programmeBefore == null
                        ? null
                        : Whereabouts.of(before, programmeBefore);
        var change = ScheduleChange.of(from, after, programme, now, by);
        var saysNothing = from == null || (!isPending() && from.equals(change.to()));
        return saysNothing && after.reasons().isEmpty() ? null : change;
    }
}
