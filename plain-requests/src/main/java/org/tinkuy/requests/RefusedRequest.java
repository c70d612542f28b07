package org.tinkuy.requests;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The answer to a request that is not read: a problem (RFC 9457) for programs, a page in all
/// languages for people. Nothing in it comes from the request.
///
/// @param type of the body
record RefusedRequest(int status, String type, String body) {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequest.class);

    private static final String PAGE = page();

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static RefusedRequest of(Objection objection, String address, HttpHeaders headers) {
        log.info("Refused: {}: {}", objection.type(), objection.detail());
        return wantsPage(address, headers)
                ? new RefusedRequest(objection.status(), "text/html;charset=UTF-8", PAGE)
                : new RefusedRequest(
                        objection.status(), "application/problem+json", problem(objection));
    }

    private static boolean wantsPage(String address, HttpHeaders headers) {
        return !address.startsWith("/api/")
                && headers.getAll(HttpHeaderNames.ACCEPT).stream()
                        .anyMatch(types -> types.contains("text/html"));
    }

    private static String problem(Objection objection) {
        var detail =
                objection.detail().isEmpty()
                        ? ""
                        : ",\"detail\":\"%s\"".formatted(objection.detail());
        return String.format(
                Locale.ROOT,
                "{\"type\":\"urn:tinkuy:problem:%s\",\"title\":\"%s\",\"status\":%d%s}",
                objection.type(),
                objection.title(),
                objection.status(),
                detail);
    }

    private static String page() {
        try (var page = RefusedRequest.class.getResourceAsStream("refused-request.html")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
