package org.tinkuy.session.publication;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Publishes the drafts of a programme and of all that belongs to it, except its sessions: each of
/// them is published by itself, and only told anew what it takes from the programme.
@Component
public class PublishProgramme {

    private final Programmes programmes;
    private final AllDrafts drafts;
    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;
    private final Heirs heirs;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishProgramme(
            Programmes programmes,
            AllDrafts drafts,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            Heirs heirs,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.drafts = drafts;
        this.published = published;
        this.replace = replace;
        this.heirs = heirs;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme], [DraftChanged] and, where sessions are published of an event
    /// that was removed, [org.tinkuy.session.programme.StillNeeded].
    ///
    /// @param version of the programme's draft that the organiser saw
    /// @param by the organiser
    public Mono<ProgrammePublished> publish(ProgrammeId id, long version, UUID by) {
        return publish(id, version, Happening.NOTHING)
                .delayUntil(_ -> programmes.find(id).flatMap(heirs::requireEventsOf))
                .delayUntil(_ -> publications.keep(id, by, null, clock.instant()))
                .as(transaction::transactional);
    }

    /// With sessions that are published in the same transaction, and have to be. Fails likewise.
    ///
    /// @param first what its sessions will say, where nothing of it is published yet
    public Mono<ProgrammePublished> publish(ProgrammeId id, long version, Happening first) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(programme ->
                        programme.version() == version
                                ? drafts.of(programme, first)
                                : Mono.error(new DraftChanged()))
                .flatMap(now ->
                        published
                                .find(id)
                                .flatMap(before ->
                                        replace.with(before, now.with(before.happening())))
                                .switchIfEmpty(Mono.defer(() -> replace.first(now))))
                .as(transaction::transactional);
    }
}
