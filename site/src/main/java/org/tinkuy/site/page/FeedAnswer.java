package org.tinkuy.site.page;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;

/// What programs ask for again and again, such as calendars and feeds of news: where it is still
/// the same, the answer is empty.
public final class FeedAnswer {

    private FeedAnswer() {}

    /// By its whole text: also when Tinkuy itself writes an entry otherwise than it did, programs
    /// have to hear of it.
    public static ResponseEntity<byte[]> of(
            byte[] text, MediaType type, Language language, ServerWebExchange exchange) {
        var tag = PageTag.of(text);
        var known = PageTag.isKnown(exchange.getRequest(), tag);
        var answer =
                ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .eTag(tag)
                        .varyBy("Accept-Encoding", "Accept-Language", "Cookie")
                        .cacheControl(CacheControl.noCache().cachePrivate());
        return known
                ? answer.build()
                : answer.contentType(type)
                        .headers(headers -> headers.setContentLanguage(language.locale()))
                        .body(text);
    }
}
