package org.tinkuy.site.page;

import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tinkuy.site.visitor.Visitors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets a browser keep pages and ask whether they are still the same: on a poor connection, coming
/// back to a page costs some hundred bytes. What whoever is signed in sees is not kept at all:
/// going back after signing out is not to show it once more, and browsers ask about what they keep
/// only when they go on, not when they go back.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class PageCaching implements WebFilter {

    private static final String ASK_EVERY_TIME = "private, no-cache";
    private static final String KEEP_NOTHING = "no-store";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange.mutate().response(new Validated(exchange)).build());
    }

    private static final class Validated extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;

        Validated(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (!isPage(getDelegate())) {
                return super.writeWith(body);
            }
            getHeaders().setVary(List.of("Accept-Encoding", "Accept-Language", "Cookie"));
            if (!isKept()) {
                getHeaders().setCacheControl(KEEP_NOTHING);
                if (isWhole()) {
                    getHeaders().remove(HttpHeaders.ETAG);
                    return super.writeWith(body);
                }
                return DataBufferUtils.join(body)
                        .flatMap(page -> super.writeWith(Mono.just(wrap(html(page)))));
            }
            getHeaders().setCacheControl(ASK_EVERY_TIME);
            if (isWhole()) {
                return isKnown() ? writeNothing(body) : super.writeWith(body);
            }
            return DataBufferUtils.join(body).flatMap(this::writeUnlessKnown);
        }

        private DataBuffer wrap(byte[] html) {
            return bufferFactory().wrap(html);
        }

        private byte[] html(DataBuffer page) {
            var rendered = new byte[page.readableByteCount()];
            page.read(rendered);
            DataBufferUtils.release(page);
            var html = Controls.replaced(rendered);
            if (getHeaders().getContentLength() >= 0) {
                getHeaders().setContentLength(html.length);
            }
            return html;
        }

        /// By a [KeptPage], also for whoever may keep nothing.
        private boolean isWhole() {
            return getHeaders().getETag() != null;
        }

        private boolean isKept() {
            var method = exchange.getRequest().getMethod();
            return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                    && !Visitors.showsToken(exchange.getRequest())
                    && (getStatusCode() == null || getStatusCode() == HttpStatus.OK)
                    && getHeaders().getCacheControl() == null;
        }

        private Mono<Void> writeUnlessKnown(DataBuffer page) {
            var html = html(page);
            getHeaders().setETag(PageTag.of(html));
            var body = Mono.just(wrap(html));
            return isKnown() ? writeNothing(body) : super.writeWith(body);
        }

        private boolean isKnown() {
            var tag = getHeaders().getETag();
            return tag != null && PageTag.isKnown(exchange.getRequest(), tag);
        }

        private Mono<Void> writeNothing(Publisher<? extends DataBuffer> page) {
            setStatusCode(HttpStatus.NOT_MODIFIED);
            getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            getHeaders().remove(HttpHeaders.CONTENT_LANGUAGE);
            getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
            getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
            return Flux.from(page).doOnNext(DataBufferUtils::release).then(setComplete());
        }

        private static boolean isPage(ServerHttpResponse response) {
            var type = response.getHeaders().getContentType();
            return type != null && type.isCompatibleWith(MediaType.TEXT_HTML);
        }
    }
}
