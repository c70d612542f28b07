package org.tinkuy.registration.registration.web;

import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.Network;
import org.tinkuy.registration.seats.Origin;
import org.tinkuy.registration.seats.Origin.Renewal;

/// From where a request comes. The gateway says it, also to the site, which passes it on; nobody
/// else reaches this service.
final class Origins {

    static final String HEADER = "X-Forwarded-For";

    private Origins() {}

    static Origin of(@Nullable String forwardedFor) {
        return of(forwardedFor, null);
    }

    static Origin of(@Nullable String forwardedFor, @Nullable Renewal renewal) {
        return forwardedFor == null
                ? new Origin(null, renewal)
                : new Origin(Network.of(forwardedFor).orElse(null), renewal);
    }
}
