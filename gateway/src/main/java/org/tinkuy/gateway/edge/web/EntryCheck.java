package org.tinkuy.gateway.edge.web;

import org.jspecify.annotations.Nullable;
import org.tinkuy.gateway.edge.Refusal;
import reactor.netty.http.server.HttpServerRequest;

/// One reason not to let a request in. Checks never wait for anything.
interface EntryCheck {

    /// `null`: nothing against it
    @Nullable Refusal refuse(HttpServerRequest request, Passage passage);
}
