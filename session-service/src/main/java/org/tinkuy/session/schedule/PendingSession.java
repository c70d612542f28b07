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

    /// The same beside what is published now.
    PendingSession beside(Map<SessionId, Session> published) {
        return new PendingSession(draft, published.get(draft.id()), formerVersion);
    }

    boolean isPending() {
        return before == null || !before.plan().equals(before.allowedOf(draft.plan()));
    }

    /// What will be published.
    ///
    /// @param programme as it is published then
    /// @throws SchedulingRefused.UnknownEvent if its event is not published
    Session after(Programme programme) {
        return before == null
                ? Session.planned(draft.id(), draft.plan(), programme).following(formerVersion)
                : before.stating(before.allowedOf(draft.plan()), programme);
    }

    /// What everybody will read when all is published, whether it is another then or not.
    Session shown(Programme programme) {
        return before == null || isPending() ? after(programme) : before;
    }

    Objections objectionsTo(Session after, Programme programme, Others others, Instant now) {
        return before == null
                ? after.objectionsToNew(others, programme, now)
                : before.objectionsTo(after, programme, others, now);
    }

    /// What is written down of it; `null`: nothing is of a session that is new and breaks no rule.
    @Nullable ScheduleChange change(
            Session.Allowed after, Programme programme, Instant now, UUID by) {
        return before == null && after.reasons().isEmpty()
                ? null
                : ScheduleChange.between(before, after, programme, now, by);
    }
}
