package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Mono;

/// Publishes all that was drafted of a programme, its sessions with it: everything or nothing. What
/// was planned for later has come to pass with that.
@Component
public class PublishAllDrafts {

    private final Programmes programmes;
    private final ReadDraftedState read;
    private final PublishProgramme publishProgramme;
    private final PublishedProgrammes publishedProgrammes;
    private final Publications publications;
    private final PlannedPublications planned;
    private final PublishChangedSessions publishChangedSessions;
    private final WithdrawPublishedSessions withdraw;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishAllDrafts(
            Programmes programmes,
            ReadDraftedState read,
            PublishProgramme publishProgramme,
            PublishedProgrammes publishedProgrammes,
            Publications publications,
            PlannedPublications planned,
            PublishChangedSessions publishChangedSessions,
            WithdrawPublishedSessions withdraw,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.read = read;
        this.publishProgramme = publishProgramme;
        this.publishedProgrammes = publishedProgrammes;
        this.publications = publications;
        this.planned = planned;
        this.publishChangedSessions = publishChangedSessions;
        this.withdraw = withdraw;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme], [DraftChanged] and [ChangesRefused].
    ///
    /// @param seen the state of which the organiser saw the changes
    /// @param said beside the sessions that something speaks against
    /// @param note what colleagues read of the publication; `null`: none
    /// @param by the organiser
    public Mono<ProgrammePublished> publish(
            ProgrammeId id,
            String seen,
            Map<SessionId, Insistence> said,
            @Nullable String note,
            UUID by) {
        var now = clock.instant();
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(read::of)
                .flatMap(state ->
                        state.name().equals(seen)
                                ? publish(state, state.sessions().judged(said, now), by, now)
                                : Mono.error(new DraftChanged()))
                .delayUntil(_ -> publications.keep(id, by, note, now))
                .delayUntil(_ -> planned.remove(id))
                .as(transaction::transactional);
    }

    private Mono<ProgrammePublished> publish(
            DraftedState state,
            Map<SessionId, Map<SchedulingRule, Exemption>> reasons,
            UUID by,
            Instant now) {
        var programme = state.programme();
        var sessions = state.sessions();
        return withdraw.all(state.leaving(), now)
                .then(
                        publishProgramme.publish(
                                programme.id(),
                                programme.version(),
                                WhatSessionsSay.of(sessions.after())))
                .then(publishChangedSessions.publish(sessions, reasons, by, now))
                .then(withdraw.tell(programme.id(), state.leaving(), now))
                .then(publishedProgrammes.find(programme.id()))
                .map(ProgrammePublished::of);
    }
}
