package org.tinkuy.quickstart.inbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What the inbox answers.
final class Response {

    static final String OWN_PAGES =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'self'";

    /// No script, no form, nothing from elsewhere; a link opens a page of its own.
    static final String FOREIGN_HTML =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                    + " style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    Response(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    void sendOn(HttpExchange exchange) throws IOException {
        var out = exchange.getResponseHeaders();
        out.set("Content-Security-Policy", OWN_PAGES);
        out.set("X-Content-Type-Options", "nosniff");
        out.set("Referrer-Policy", "no-referrer");
        out.set("Cache-Control", "no-store");
        out.set("Content-Type", contentType);
        headers.forEach(out::set);
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static Response page(String html) {
        return new Response(
                200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Response plain(int status, String text) {
        return new Response(
                status,
                "text/plain; charset=utf-8",
                text.getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    static Response notFound() {
        return plain(404, "404 not found");
    }

    Response with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more);
    }

    Response asDownload(String name) {
        return with(
                "Content-Disposition",
                "attachment; filename=\"" + InboxHandler.encoded(name) + "\"");
    }
}
