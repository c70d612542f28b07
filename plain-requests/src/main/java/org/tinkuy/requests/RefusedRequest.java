package org.tinkuy.requests;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The answer to a request that is not read: a problem (RFC 9457) for programs, a page for people.
record RefusedRequest(int status, HttpHeaders headers, String body) {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequest.class);

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static RefusedRequest of(
            Objection objection, String address, HttpHeaders asked, ObjectionPage page) {
        log.info("Refused: {}: {}", objection.type(), objection.detail());
        var headers = new DefaultHttpHeaders();
        if (objection.isAboutCoding()) {
            headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
        }
        var body =
                wantsPage(address, asked)
                        ? page.write(objection, address, asked, headers)
                        : problem(objection, headers);
        return new RefusedRequest(objection.status(), headers, body);
    }

    private static boolean wantsPage(String address, HttpHeaders headers) {
        return !address.startsWith("/api/")
                && headers.getAll(HttpHeaderNames.ACCEPT).stream()
                        .anyMatch(types -> types.contains("text/html"));
    }

    private static String problem(Objection objection, HttpHeaders headers) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
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
}
