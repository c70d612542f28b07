package org.tinkuy.requests;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Says it in each language once. Nothing in it comes from the request.
final class PageOfAllLanguages implements ObjectionPage {

    private static final String TEMPLATE = resource("refused-request.html");
    private static final String ABOUT_ADDRESS = page("refused-address.html");
    private static final String ABOUT_HEADERS = page("refused-headers.html");

    @Override
    public String write(
            Objection objection, String address, HttpHeaders asked, HttpHeaders answer) {
        answer.set(HttpHeaderNames.CONTENT_TYPE, "text/html;charset=UTF-8")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; frame-ancestors 'none'");
        return objection.isAboutHeaders() ? ABOUT_HEADERS : ABOUT_ADDRESS;
    }

    private static String page(String words) {
        return TEMPLATE.replace("{words}", resource(words).strip());
    }

    private static String resource(String name) {
        try (var resource = PageOfAllLanguages.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
