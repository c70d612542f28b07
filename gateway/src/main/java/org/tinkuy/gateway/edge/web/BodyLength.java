package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/// How long a body says that it is.
final class BodyLength {

    static final long NONE_TOLD = -1;

    private static final long SMALL = 64 * 1024;

    private BodyLength() {}

    /// Whether it travels as one with its head, which saves a write.
    static boolean isSmall(HttpHeaders headers) {
        var length = of(headers);
        return length >= 0 && length <= SMALL;
    }

    static long of(HttpHeaders headers) {
        var told = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (told == null) {
            return NONE_TOLD;
        }
        try {
            return Long.parseLong(told.strip());
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
