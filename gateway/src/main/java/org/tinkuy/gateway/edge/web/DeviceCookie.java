package org.tinkuy.gateway.edge.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.OwnOrigin;
import reactor.netty.http.server.HttpServerRequest;

/// The cookie that holds a browser's device token. Only the gateway reads it.
@Component
class DeviceCookie {

    private final String name;

    DeviceCookie(OwnOrigin ownOrigin) {
        this.name = ownOrigin.secure() ? "__Host-tinkuy" : "tinkuy";
    }

    @Nullable String of(HttpServerRequest request) {
        return RequestCookies.named(name, request)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /// The `Cookie` header without the device token; empty: nothing is left.
    String without(String header) {
        return Arrays.stream(header.split(";"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(name + "="))
                .collect(Collectors.joining("; "));
    }
}
