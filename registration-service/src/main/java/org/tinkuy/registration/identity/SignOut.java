package org.tinkuy.registration.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Closes a device session; closing it twice is no failure.
@Component
public class SignOut {

    private final DeviceSessions sessions;
    private final IdentityEvents events;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SignOut(
            DeviceSessions sessions,
            IdentityEvents events,
            TransactionalOperator transaction,
            Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Void> signOut(UUID deviceSessionId) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return transaction.transactional(
                    sessions.close(new DeviceSessionId(deviceSessionId), now)
                            .flatMap(closed ->
                                    events.append(
                                            List.of(
                                                    new IdentityEvent.DeviceSessionClosed(
                                                            closed.id(),
                                                            closed.attendee(),
                                                            now)))));
        });
    }
}
