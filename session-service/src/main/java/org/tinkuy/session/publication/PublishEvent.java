package org.tinkuy.session.publication;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownDraft;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Publishes the draft of one event; everything else of its programme stays as it was published.
@Component
public class PublishEvent {

    private final Programmes programmes;
    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishEvent(
            Programmes programmes,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.published = published;
        this.replace = replace;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme], also where nothing of the programme is published yet, with
    /// [UnknownDraft] and [DraftChanged].
    ///
    /// @param version of the event's draft that the organiser saw
    /// @param by the organiser
    public Mono<ProgrammePublished> publish(
            ProgrammeId programme, EventId event, long version, UUID by) {
        return programmes
                .lock(programme)
                .map(draft -> seen(draft, event, version))
                .flatMap(draft ->
                        published
                                .find(programme)
                                .flatMap(before -> replace.with(before, before.with(draft))))
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .delayUntil(_ -> publications.keep(programme, by, null, clock.instant()))
                .as(transaction::transactional);
    }

    private static Event seen(Programme programme, EventId id, long version) {
        var event = programme.event(id).orElseThrow(UnknownDraft::new);
        if (event.version() != version) {
            throw new DraftChanged();
        }
        return event;
    }
}
