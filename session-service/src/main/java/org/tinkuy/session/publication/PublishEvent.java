package org.tinkuy.session.publication;

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
    private final TransactionalOperator transaction;

    PublishEvent(
            Programmes programmes,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.published = published;
        this.replace = replace;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme], also where nothing of the programme is published yet, with
    /// [UnknownDraft] and [DraftChanged].
    ///
    /// @param version of the event's draft that the organiser saw
    public Mono<ProgrammePublished> publish(ProgrammeId programme, EventId event, long version) {
        return programmes
                .lock(programme)
                .map(draft -> seen(draft, event, version))
                .flatMap(draft ->
                        published
                                .find(programme)
                                .flatMap(before -> replace.with(before, before.with(draft))))
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
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
