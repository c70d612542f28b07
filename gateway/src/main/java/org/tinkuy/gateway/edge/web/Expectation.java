package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpVersion;
import reactor.netty.http.server.HttpServerRequest;

/// Who sends `Expect: 100-continue` keeps the body back until we ask for it, and we ask where we
/// read it (RFC 9110, 10.1.1). Nobody asks for what is refused: it may never come, so that the
/// connection ends with the answer. Other expectations are nobody's, and not heard.
final class Expectation {

    private Expectation() {}

    /// Whether the body waits for us.
    static boolean of(HttpServerRequest request) {
        return request.version().compareTo(HttpVersion.HTTP_1_1) >= 0
                && request.requestHeaders()
                        .containsValue(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true);
    }
}
