package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// What would change if all that was drafted of a programme were published, and what speaks against
/// it.
@Component
public class ListPendingChanges {

    private final Programmes programmes;
    private final ReadDraftedState read;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ListPendingChanges(
            Programmes programmes,
            ReadDraftedState read,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.read = read;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whoever changes a part meanwhile waits: what is listed was so at one moment. Fails with
    /// [UnknownProgramme], and with [NotAhead] where nothing can be planned for that time.
    ///
    /// @param at when they would be published; `null`, or past: now
    public Mono<PendingChanges> of(ProgrammeId id, @Nullable Instant at) {
        var now = clock.instant();
        if (at != null && PlannedPublication.isTooFar(at, now)) {
            return Mono.error(new NotAhead());
        }
        var judgedAt = at == null || at.isBefore(now) ? now : PlannedPublication.latest(at);
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(read::of)
                .map(state -> state.changes(judgedAt))
                .as(transaction::transactional);
    }
}
