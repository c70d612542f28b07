package org.tinkuy.gateway.edge;

import java.time.Instant;
import java.util.UUID;

/// Who asks, as far as the door can tell from a device token.
public sealed interface Identity {

    /// @param jwt what the services verify in place of the device token
    record SignedIn(String jwt, Instant expiresAt, UUID deviceSessionId) implements Identity {}

    /// The token is unknown, expired or signed out.
    record Stranger() implements Identity {}

    /// Nobody can tell now: registration-service does not answer.
    record Untold() implements Identity {}
}
