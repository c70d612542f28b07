package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import org.tinkuy.requests.PlainRequest;
import reactor.netty.http.server.HttpServerRequest;

/// What a service would not read is not sent to it. To a request in HTTP/1.1 belongs a host (RFC
/// 9112, 3.2), which services need not be told of.
@Component
@Order(4)
class PlainCheck implements EntryCheck {

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        if (request.version().equals(HttpVersion.HTTP_1_1)
                && !request.requestHeaders().contains(HttpHeaderNames.HOST)) {
            return Refusal.of(Reason.INVALID_REQUEST);
        }
        var objection = PlainRequest.objectionTo(request.uri(), request.requestHeaders());
        return objection == null ? null : Refusal.of(objection);
    }
}
