package org.tinkuy.session.programme;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes what a programme itself says: texts, place and days, policies. Nobody is told before it
/// is published.
@Component
public class ChangeProgramme {

    private final Programmes programmes;
    private final TransactionalOperator transaction;

    ChangeProgramme(Programmes programmes, TransactionalOperator transaction) {
        this.programmes = programmes;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme] and [DraftChanged].
    ///
    /// @param version of the draft that the organiser saw
    public Mono<Programme> change(
            ProgrammeId id, long version, Profile profile, Setting setting, Policies policies) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(programme ->
                        programme.version() == version
                                ? Mono.just(programme.stating(profile, setting, policies))
                                : Mono.error(new DraftChanged()))
                .flatMap(changed -> programmes.save(changed).thenReturn(changed))
                .as(transaction::transactional);
    }
}
