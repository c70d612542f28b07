package org.tinkuy.session.schedule;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Mono;

/// Looks for times at which a session could take place, beside all that is drafted of its programme
/// and what its speakers do elsewhere.
@Component
public class FindFreeSlots {

    private final Programmes programmes;
    private final Sessions sessions;
    private final ReadDraftedState read;
    private final TransactionalOperator transaction;
    private final Clock clock;

    FindFreeSlots(
            Programmes programmes,
            Sessions sessions,
            ReadDraftedState read,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.read = read;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownSession].
    public Mono<FreeSlots> of(SessionId id) {
        return sessions.find(id)
                .flatMap(session ->
                        programmes
                                .find(session.programmeId())
                                .flatMap(read::of)
                                .map(state ->
                                        FreeSlots.near(
                                                session,
                                                state.programme(),
                                                state.sessions().others(),
                                                clock.instant())))
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .as(transaction::transactional);
    }
}
