package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.publication.ProgrammePublished;
import reactor.core.publisher.Mono;

/// What a link shows: the drafts of this moment, as they would be published.
@Component
public class ShowPreview {

    private final PreviewLinks links;
    private final Programmes programmes;
    private final ReadDraftedState read;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ShowPreview(
            PreviewLinks links,
            Programmes programmes,
            ReadDraftedState read,
            TransactionalOperator transaction,
            Clock clock) {
        this.links = links;
        this.programmes = programmes;
        this.read = read;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownPreview].
    public Mono<ProgrammePreview> of(String secret) {
        return Mono.justOrEmpty(PreviewSecret.read(secret))
                .flatMap(links::find)
                .filter(link -> !link.isOver(clock.instant()))
                .flatMap(link ->
                        programmes
                                .find(link.programme())
                                .flatMap(read::of)
                                .map(state -> preview(state, link.endsAt())))
                .switchIfEmpty(Mono.error(UnknownPreview::new))
                .as(transaction::transactional);
    }

    private static ProgrammePreview preview(DraftedState state, Instant endsAt) {
        var programme = state.programme();
        return new ProgrammePreview(
                ProgrammePublished.of(state.drafted()),
                state.sessions().all().stream()
                        .map(session -> SessionPublished.of(session.shown(programme), programme))
                        .toList(),
                endsAt);
    }
}
