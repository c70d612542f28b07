package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.cookie.Cookie;
import java.util.List;
import java.util.stream.Stream;
import reactor.netty.http.server.HttpServerRequest;

/// What a browser keeps for us.
final class RequestCookies {

    private RequestCookies() {}

    /// The values of all cookies of that name, which are none or one unless somebody plays.
    static Stream<String> named(String name, HttpServerRequest request) {
        if (!request.requestHeaders().contains(HttpHeaderNames.COOKIE)) {
            return Stream.empty();
        }
        return request.allCookies().values().stream()
                .flatMap(List::stream)
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value);
    }
}
