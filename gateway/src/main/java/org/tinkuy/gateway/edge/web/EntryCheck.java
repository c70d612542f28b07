package org.tinkuy.gateway.edge.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.Refusal;

/// One reason not to let a request in. Checks never wait for anything.
interface EntryCheck {

    /// `null`: nothing against it
    @Nullable Refusal refuse(ServerWebExchange exchange, Passage passage);
}
