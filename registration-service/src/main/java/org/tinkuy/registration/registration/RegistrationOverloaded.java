package org.tinkuy.registration.registration;

import java.time.Duration;
import org.tinkuy.problems.Refusal;

/// More requests wait than can be answered soon, or the database does not answer. The client may
/// repeat the request with the same idempotency key.
public final class RegistrationOverloaded extends Refusal {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    RegistrationOverloaded() {
        super(Because.OVERLOADED, "overloaded", "Too many people register now; try again soon.");
    }

    @Override
    public Duration retryAfter() {
        return AGAIN_AFTER;
    }
}
