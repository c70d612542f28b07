package org.tinkuy.registration.identity;

import org.tinkuy.problems.Refusal;

/// The token belongs to no open device session.
final class UnknownToken extends Refusal {

    UnknownToken() {
        super(Because.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
    }
}
