package org.tinkuy.gateway.edge.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.requests.PlainRequest;
import reactor.netty.http.server.HttpServerRequest;

/// What a service would not read is not sent to it.
@Component
@Order(4)
class PlainCheck implements EntryCheck {

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        var objection = PlainRequest.objectionTo(request.uri(), request.requestHeaders());
        return objection == null ? null : Refusal.of(objection);
    }
}
