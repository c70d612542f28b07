package org.tinkuy.registration.staff;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// What was changed of the staff of programmes, and by whom.
public interface StaffChanges {

    /// Until the transaction ends, whoever changes the staff of the programme waits.
    Mono<Void> inTurn(UUID programme);

    Mono<Void> record(StaffChange change);

    /// How many were invited since then, whatever became of it.
    Mono<Long> invitedSince(UUID programme, Instant since);
}
