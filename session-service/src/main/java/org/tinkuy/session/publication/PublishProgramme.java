package org.tinkuy.session.publication;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// The step that publishes the drafts of a programme and of all that belongs to it, except its
/// sessions: whoever calls it publishes those that change with it.
@Component
public class PublishProgramme {

    private final Programmes programmes;
    private final AllDrafts drafts;
    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;
    private final TransactionalOperator transaction;

    PublishProgramme(
            Programmes programmes,
            AllDrafts drafts,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.drafts = drafts;
        this.published = published;
        this.replace = replace;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme] and [DraftChanged].
    ///
    /// @param version of the programme's draft that the organiser saw
    /// @param then what its sessions will say once those are published that change with it; `null`:
    ///   what they say now
    public Mono<ProgrammePublished> publish(
            ProgrammeId id, long version, @Nullable Happening then) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(programme ->
                        programme.version() == version
                                ? drafts.of(programme, then == null ? Happening.NOTHING : then)
                                : Mono.error(new DraftChanged()))
                .flatMap(now ->
                        published
                                .find(id)
                                .flatMap(
                                        before -> replace.with(before, now.inPlaceOf(before, then)))
                                .switchIfEmpty(Mono.defer(() -> replace.first(now))))
                .as(transaction::transactional);
    }
}
