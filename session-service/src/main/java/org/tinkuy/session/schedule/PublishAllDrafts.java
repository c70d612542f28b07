package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Publishes all that was drafted of a programme, its sessions with it: everything or nothing.
@Component
public class PublishAllDrafts {

    private final Programmes programmes;
    private final ReadDraftedState read;
    private final PublishProgramme publishProgramme;
    private final PublishedProgrammes publishedProgrammes;
    private final PublishedSessions publishedSessions;
    private final ScheduleChanges changes;
    private final ReplacePublishedSessions publish;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishAllDrafts(
            Programmes programmes,
            ReadDraftedState read,
            PublishProgramme publishProgramme,
            PublishedProgrammes publishedProgrammes,
            PublishedSessions publishedSessions,
            ScheduleChanges changes,
            ReplacePublishedSessions publish,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.read = read;
        this.publishProgramme = publishProgramme;
        this.publishedProgrammes = publishedProgrammes;
        this.publishedSessions = publishedSessions;
        this.changes = changes;
        this.publish = publish;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme], [DraftChanged] and [ChangesRefused].
    ///
    /// @param seen the state of which the organiser saw the changes
    /// @param said beside the sessions that something speaks against
    /// @param by the organiser
    public Mono<ProgrammePublished> publish(
            ProgrammeId id, String seen, Map<SessionId, Insistence> said, UUID by) {
        var now = clock.instant();
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(read::of)
                .flatMap(state ->
                        state.name().equals(seen)
                                ? publish(state, judged(state, said, now), by, now)
                                : Mono.error(new DraftChanged()))
                .as(transaction::transactional);
    }

    /// @return the reasons for the rules that are broken, by the session that breaks them
    private static Map<SessionId, Map<SchedulingRule, Exemption>> judged(
            DraftedState state, Map<SessionId, Insistence> said, Instant now) {
        var others = state.others();
        var reasons = new LinkedHashMap<SessionId, Map<SchedulingRule, Exemption>>();
        var left = new LinkedHashMap<SessionId, List<Objection>>();
        for (var session : state.pending()) {
            var id = session.draft().id();
            var judged =
                    session.objectionsTo(
                                    session.after(state.programme()),
                                    state.programme(),
                                    others,
                                    now)
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

    private Mono<ProgrammePublished> publish(
            DraftedState state,
            Map<SessionId, Map<SchedulingRule, Exemption>> reasons,
            UUID by,
            Instant now) {
        var programme = state.programme();
        return publishProgramme
                .publish(programme.id(), programme.version(), WhatSessionsSay.of(state.after()))
                .then(publishSessions(state, reasons, by, now))
                .then(publishedProgrammes.find(programme.id()))
                .map(ProgrammePublished::of);
    }

    private Mono<Void> publishSessions(
            DraftedState state,
            Map<SessionId, Map<SchedulingRule, Exemption>> reasons,
            UUID by,
            Instant now) {
        var programme = state.programme();
        return published(programme)
                .flatMap(published -> {
                    var pending =
                            state.pending().stream()
                                    .map(session -> beside(session.draft(), published))
                                    .toList();
                    if (pending.isEmpty()) {
                        return Mono.empty();
                    }
                    var allowed =
                            pending.stream()
                                    .map(session ->
                                            new Session.Allowed(
                                                    session.after(programme),
                                                    reasons.getOrDefault(
                                                            session.draft().id(), Map.of())))
                                    .toList();
                    return publish.with(
                                    allowed.stream().map(Session.Allowed::session).toList(),
                                    programme,
                                    now)
                            .then(written(pending, allowed, programme, by, now));
                });
    }

    /// As they are since the programme was: those that take something from it were published again.
    private Mono<Map<SessionId, Session>> published(Programme programme) {
        return publishedSessions
                .ofProgramme(programme.id())
                .collect(Collectors.toMap(Session::id, session -> session));
    }

    private static PendingSession beside(Session draft, Map<SessionId, Session> published) {
        return new PendingSession(draft, published.get(draft.id()));
    }

    private Mono<Void> written(
            List<PendingSession> pending,
            List<Session.Allowed> after,
            Programme programme,
            UUID by,
            Instant now) {
        return Flux.range(0, pending.size())
                .concatMap(index ->
                        Mono.justOrEmpty(
                                pending.get(index).change(after.get(index), programme, now, by)))
                .concatMap(changes::add)
                .then();
    }
}
