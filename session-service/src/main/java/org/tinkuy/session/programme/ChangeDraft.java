package org.tinkuy.session.programme;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes one draft and nothing beside it: what others write at the same time stays. Nobody is
/// told before it is published.
@Component
public class ChangeDraft {

    private final TransactionalOperator transaction;

    ChangeDraft(TransactionalOperator transaction) {
        this.transaction = transaction;
    }

    /// Fails with [UnknownDraft] and [DraftChanged].
    ///
    /// @param version of the draft that the organiser saw
    /// @param change answers the draft with its next version
    public <I, D extends Draft> Mono<D> change(
            Drafts<I, D> drafts,
            ProgrammeId programme,
            I id,
            long version,
            UnaryOperator<D> change) {
        return drafts.lock(programme, id)
                .switchIfEmpty(Mono.error(UnknownDraft::new))
                .flatMap(draft ->
                        draft.version() == version
                                ? Mono.just(change.apply(draft))
                                : Mono.error(new DraftChanged()))
                .flatMap(changed -> drafts.save(programme, changed).thenReturn(changed))
                .as(transaction::transactional);
    }
}
