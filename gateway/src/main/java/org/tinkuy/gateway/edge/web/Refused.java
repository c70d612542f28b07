package org.tinkuy.gateway.edge.web;

import org.tinkuy.gateway.edge.Refusal;

/// Ends the passage of a request that was already on its way.
final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    Refused(Refusal refusal) {
        super(refusal.reason().title(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
