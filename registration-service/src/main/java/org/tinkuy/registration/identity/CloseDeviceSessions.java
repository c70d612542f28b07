package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Closes device sessions and tells it: whoever remembers their tokens has to drop them.
@Component
class CloseDeviceSessions {

    private final IdentityEvents events;
    private final TransactionalOperator transaction;

    CloseDeviceSessions(IdentityEvents events, TransactionalOperator transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    /// @param closing closes them, in this transaction
    /// @return those that were closed
    Mono<List<DeviceSession>> close(Flux<DeviceSession> closing, Instant now) {
        return transaction.transactional(
                closing.collectList()
                        .delayUntil(closed ->
                                events.append(
                                        closed.stream()
                                                .map(session -> closed(session, now))
                                                .toList())));
    }

    private static IdentityEvent closed(DeviceSession session, Instant now) {
        return new IdentityEvent.DeviceSessionClosed(session.id(), session.attendee(), now);
    }
}
