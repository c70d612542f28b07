package org.tinkuy.site.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// A rendered page in the two forms in which browsers take it, with what tells it from others. What
/// it writes has its tag and is not to be changed: it may be compressed.
final class KeptPage {

    static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final String tag;
    private final byte[] plain;
    private final byte[] compressed;

    KeptPage(byte[] html) {
        this.plain = Controls.replaced(html);
        this.tag = PageTag.of(plain);
        this.compressed = gzip(plain);
    }

    int weight() {
        return plain.length + compressed.length;
    }

    Mono<Void> write(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.setContentType(HTML);
        headers.setContentLanguage(exchange.getLocaleContext().getLocale());
        headers.setETag(tag);
        var body = plain;
        if (takesGzip(exchange)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = compressed;
        }
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /// What comes here is in plain words (`plain-requests`): whole names, and none that is refused.
    private static boolean takesGzip(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(codings -> Arrays.stream(codings.split(", ", -1)))
                .anyMatch("gzip"::equals);
    }

    private static byte[] gzip(byte[] html) {
        var bytes = new ByteArrayOutputStream(html.length / 4);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
