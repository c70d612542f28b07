package org.tinkuy.gateway.edge.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.tinkuy.gateway.edge.Door;

/// What the door found out about one request, kept beside it while it passes.
///
/// @param jwt the signed token that the services get; `null`: anonymous
/// @param untold whether nobody could tell who asks, although a token was shown
record Passage(Target target, Door door, InetAddress client, @Nullable String jwt, boolean untold) {

    Passage signedIn(String token) {
        return new Passage(target, door, client, token, false);
    }

    Passage withoutKnowing() {
        return new Passage(target, door, client, null, true);
    }
}
