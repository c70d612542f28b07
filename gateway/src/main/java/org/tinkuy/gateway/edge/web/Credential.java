package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/// What a request says of who sends it. A browser sends its cookie whatever page asks it to; a
/// bearer token stands only where somebody wrote it, and then it alone counts.
sealed interface Credential {

    String BEARER = "Bearer ";

    record Cookie(String token) implements Credential {}

    record Bearer(String token) implements Credential {}

    /// @return `null`: nothing is said
    static @Nullable Credential of(HttpServerRequest request, DeviceCookie cookie) {
        var authorization = request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Bearer(authorization.substring(BEARER.length()).strip());
        }
        var token = cookie.of(request);
        return token == null ? null : new Cookie(token);
    }
}
