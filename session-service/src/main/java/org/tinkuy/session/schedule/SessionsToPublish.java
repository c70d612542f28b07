package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// The sessions of a programme beside what a publication makes of them, be it that something else
/// was drafted of them or that they take something else from their programme or event.
///
/// @param programme as it will be published
/// @param before as it is published; `null`: it is not
/// @param elsewhere what its speakers do in other programmes
record SessionsToPublish(
        Programme programme,
        @Nullable Programme before,
        List<PendingSession> all,
        List<Engagement> elsewhere) {

    SessionsToPublish {
        all = List.copyOf(all);
        elsewhere = List.copyOf(elsewhere);
    }

    /// Those that are published again.
    List<PendingSession> changed() {
        return all.stream()
                .filter(session -> session.isPending() || readsOtherwise(session))
                .toList();
    }

    /// Those of which people would read something else.
    List<PendingSession> readOtherwise() {
        return all.stream().filter(this::readsOtherwise).toList();
    }

    private boolean readsOtherwise(PendingSession session) {
        var published = session.before();
        return published == null
                || before == null
                || !SessionPublished.of(session.after(programme), programme)
                        .equals(SessionPublished.of(published.again(), before));
    }

    /// As they would be published, those that stay among them.
    List<Session> after() {
        return all.stream()
                .map(session -> session.isPending() ? session.after(programme) : session.draft())
                .toList();
    }

    Others others() {
        return Others.of(programme, after()).and(elsewhere);
    }

    /// What speaks against what becomes of a session.
    Objections objectionsTo(PendingSession session, Others others, Instant now) {
        return session.objectionsTo(session.after(programme), before, programme, others, now);
    }

    /// @param now when it would be published
    /// @return the reasons for the rules that are broken, by the session that breaks them
    /// @throws ChangesRefused if something speaks against it that nothing was said to
    Map<SessionId, Map<SchedulingRule, Exemption>> judged(
            Map<SessionId, Insistence> said, Instant now) {
        var others = others();
        var reasons = new LinkedHashMap<SessionId, Map<SchedulingRule, Exemption>>();
        var left = new LinkedHashMap<SessionId, List<Objection>>();
        for (var session : changed()) {
            var id = session.draft().id();
            var judged =
                    objectionsTo(session, others, now)
                            .judge(said.getOrDefault(id, Insistence.NONE));
            reasons.put(id, judged.reasons());
            if (!judged.left().isEmpty()) {
                left.put(id, judged.left());
            }
        }
        if (!left.isEmpty()) {
            throw new ChangesRefused(left);
        }
        return reasons;
    }
}
