package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.OwnOrigin;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.netty.http.server.HttpServerRequest;

/// Forms of other people's pages do not act in the name of who is signed in here.
///
/// A request that the cookie speaks for must show that it is ours. A form without it (signing in,
/// for instance) must at least not come from elsewhere. The API without the cookie, or with a
/// bearer token, which no page of others has, is open to all.
@Component
@Order(2)
class OriginCheck implements EntryCheck {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OwnOrigin ownOrigin;
    private final DeviceCookie cookie;

    OriginCheck(OwnOrigin ownOrigin, DeviceCookie cookie) {
        this.ownOrigin = ownOrigin;
        this.cookie = cookie;
    }

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        if (SAFE.contains(request.method())) {
            return null;
        }
        var claims = claims(request.requestHeaders());
        var foreign =
                Credential.of(request, cookie) instanceof Credential.Cookie
                        ? !ownOrigin.sent(claims)
                        : passage.door() == Door.PAGE && ownOrigin.deniedBy(claims);
        return foreign ? Refusal.of(Reason.FOREIGN_ORIGIN) : null;
    }

    private static OwnOrigin.Claims claims(HttpHeaders headers) {
        return new OwnOrigin.Claims(
                headers.get(HttpHeaderNames.ORIGIN),
                headers.get("Sec-Fetch-Site"),
                headers.get(HttpHeaderNames.REFERER),
                headers.get(HttpHeaderNames.HOST));
    }
}
