package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.publication.WasPublished;
import reactor.core.publisher.Mono;

/// Deletes a programme that was never published with all that was drafted of it: nobody but its
/// organisers ever knew of it, and nothing is left.
@Component
public class DeleteProgramme {

    private final Programmes programmes;
    private final PublishedProgrammes published;
    private final ReadDraftedState read;
    private final TransactionalOperator transaction;

    DeleteProgramme(
            Programmes programmes,
            PublishedProgrammes published,
            ReadDraftedState read,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.published = published;
        this.read = read;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme], [WasPublished] and, where somebody wrote to it meanwhile,
    /// [DraftChanged].
    ///
    /// @param seen the state of its drafts that the organiser saw
    public Mono<Void> delete(ProgrammeId id, String seen) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .delayUntil(this::requireNeverPublished)
                .flatMap(read::of)
                .flatMap(state ->
                        state.name().equals(seen)
                                ? programmes.remove(id)
                                : Mono.error(new DraftChanged()))
                .as(transaction::transactional);
    }

    private Mono<Void> requireNeverPublished(Programme programme) {
        return published.version(programme.id()).flatMap(_ -> Mono.error(new WasPublished()));
    }
}
