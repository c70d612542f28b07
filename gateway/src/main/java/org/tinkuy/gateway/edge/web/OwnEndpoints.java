package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.EdgeProperties;
import reactor.netty.http.server.HttpServerRequest;

/// What Spring answers behind the door, because it is the gateway's own: its health for anyone, its
/// metrics for who holds the key.
@Component
class OwnEndpoints {

    private final String metricsKey;

    OwnEndpoints(EdgeProperties properties) {
        this.metricsKey = properties.metricsKey();
    }

    boolean answer(HttpServerRequest request) {
        if (!PathCheck.TELLING.contains(request.method())) {
            return false;
        }
        return switch (Door.of(pathOf(request.uri()))) {
            case HEALTH -> true;
            case METRICS -> showsKey(request);
            case API, DOCUMENT, PAGE, CLOSED -> false;
        };
    }

    private static String pathOf(String uri) {
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private boolean showsKey(HttpServerRequest request) {
        var shown = request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION);
        return !metricsKey.isEmpty()
                && shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + metricsKey).getBytes(StandardCharsets.UTF_8));
    }
}
