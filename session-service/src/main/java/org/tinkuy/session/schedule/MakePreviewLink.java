package org.tinkuy.session.schedule;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Makes a link that shows what is drafted of a programme.
@Component
public class MakePreviewLink {

    /// @param secret told once, to whoever made the link
    public record Made(PreviewLink link, PreviewSecret secret) {}

    private final Programmes programmes;
    private final PreviewLinks links;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MakePreviewLink(
            Programmes programmes,
            PreviewLinks links,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme] and [TooManyPreviews].
    ///
    /// @param days after which it ends by itself
    /// @param by the organiser
    public Mono<Made> make(ProgrammeId programme, int days, UUID by) {
        var now = clock.instant();
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(_ -> links.of(programme).filter(link -> !link.isOver(now)).count())
                .flatMap(others -> {
                    if (others >= PreviewLink.MOST) {
                        return Mono.error(new TooManyPreviews());
                    }
                    var made =
                            new Made(
                                    PreviewLink.of(programme, days, by, now), PreviewSecret.next());
                    return links.add(made.link(), made.secret()).thenReturn(made);
                })
                .as(transaction::transactional);
    }
}
