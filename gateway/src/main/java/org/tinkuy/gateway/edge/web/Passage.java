package org.tinkuy.gateway.edge.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.Door;

/// What the door found out about one request, kept beside it while it passes.
///
/// @param jwt the signed token that the services get; `null`: anonymous
/// @param untold whether nobody could tell who asks, although a token was shown
record Passage(Door door, InetAddress client, @Nullable String jwt, boolean untold) {

    private static final String ATTRIBUTE = Passage.class.getName();

    static Passage of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    void store(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    Passage signedIn(String token) {
        return new Passage(door, client, token, false);
    }

    Passage withoutKnowing() {
        return new Passage(door, client, null, true);
    }
}
