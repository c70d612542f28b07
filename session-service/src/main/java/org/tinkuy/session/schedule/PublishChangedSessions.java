package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The step that publishes what became of the sessions of a programme, each once, and writes down
/// who did it. In the caller's transaction, after the programme itself.
@Component
class PublishChangedSessions {

    private final ScheduleChanges changes;
    private final ReplacePublishedSessions publish;

    PublishChangedSessions(ScheduleChanges changes, ReplacePublishedSessions publish) {
        this.changes = changes;
        this.publish = publish;
    }

    /// @param reasons for the rules that are broken, by the session that breaks them
    /// @param by the organiser
    Mono<Void> publish(
            SessionsToPublish sessions,
            Map<SessionId, Map<SchedulingRule, Exemption>> reasons,
            UUID by,
            Instant now) {
        var programme = sessions.programme();
        var changed = sessions.changed();
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        var allowed =
                changed.stream()
                        .map(session ->
                                new Session.Allowed(
                                        session.after(programme),
                                        reasons.getOrDefault(session.draft().id(), Map.of())))
                        .toList();
        return publish.with(allowed.stream().map(Session.Allowed::session).toList(), programme, now)
                .then(written(sessions, changed, allowed, by, now));
    }

    private Mono<Void> written(
            SessionsToPublish sessions,
            List<PendingSession> changed,
            List<Session.Allowed> after,
            UUID by,
            Instant now) {
        return Flux.range(0, changed.size())
                .concatMap(index ->
                        Mono.justOrEmpty(
                                changed.get(index)
                                        .change(
                                                after.get(index),
                                                sessions.before(),
                                                sessions.programme(),
                                                now,
                                                by)))
                .concatMap(changes::add)
                .then();
    }
}
