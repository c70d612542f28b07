package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownDraft;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.WithdrawProgramme;
import reactor.core.publisher.Mono;

/// Takes a programme, or one of its events, out of what is published with all its sessions. Their
/// drafts stay, to be published again. Does nothing where it is not published.
@Component
public class UnpublishProgramme {

    private final Programmes programmes;
    private final PublishedSessions published;
    private final WithdrawPublishedSessions withdrawSessions;
    private final WithdrawProgramme withdrawProgramme;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    UnpublishProgramme(
            Programmes programmes,
            PublishedSessions published,
            WithdrawPublishedSessions withdrawSessions,
            WithdrawProgramme withdrawProgramme,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.published = published;
        this.withdrawSessions = withdrawSessions;
        this.withdrawProgramme = withdrawProgramme;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether it was published. Fails with [UnknownProgramme] and, where people were told that one
    /// of its sessions does not take place, [SchedulingRefused.Cancelled]: they go on reading it.
    ///
    /// @param by the organiser
    public Mono<Boolean> unpublish(ProgrammeId id, UUID by) {
        var now = clock.instant();
        return locked(id)
                .flatMap(_ -> withdrawn(id, _ -> true, now))
                .flatMap(_ -> withdrawProgramme.withdraw(id, now))
                .delayUntil(_ -> publications.keep(id, by, null, now))
                .as(transaction::transactional);
    }

    /// Likewise; fails with [UnknownDraft] where the event neither is drafted nor published.
    ///
    /// @param by the organiser
    public Mono<Boolean> unpublish(ProgrammeId id, EventId event, UUID by) {
        var now = clock.instant();
        return locked(id)
                .flatMap(draft ->
                        withdrawn(id, session -> event.equals(session.eventId()), now)
                                .delayUntil(sessions -> withdrawSessions.tell(id, sessions, now))
                                .flatMap(_ -> withdrawProgramme.withdraw(id, event))
                                .filter(was -> was || draft.event(event).isPresent()))
                .switchIfEmpty(Mono.error(UnknownDraft::new))
                .delayUntil(_ -> publications.keep(id, by, null, now))
                .as(transaction::transactional);
    }

    private Mono<Programme> locked(ProgrammeId id) {
        return programmes.lock(id).switchIfEmpty(Mono.error(UnknownProgramme::new));
    }

    private Mono<List<Session>> withdrawn(ProgrammeId id, Predicate<Session> its, Instant now) {
        return published
                .ofProgramme(id)
                .filter(its)
                .collectList()
                .doOnNext(UnpublishProgramme::requireNoneCancelled)
                .delayUntil(sessions -> withdrawSessions.all(sessions, now));
    }

    private static void requireNoneCancelled(List<Session> sessions) {
        if (sessions.stream().anyMatch(session -> session.cancellation() != null)) {
            throw new SchedulingRefused.Cancelled();
        }
    }
}
