package org.tinkuy.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// What the span of a request that was served says (OpenTelemetry's conventions for HTTP servers).
public final class ServerSpan {

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    private ServerSpan() {}

    /// @param route what took the request; `null`: nothing did
    public static void end(Span span, String method, @Nullable String route, int status) {
        if (!span.isRecording()) {
            return;
        }
        span.setAttribute(METHOD, method);
        span.setAttribute(STATUS, (long) status);
        if (route != null) {
            span.updateName(method + " " + route);
            span.setAttribute(ROUTE, route);
        }
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
