package org.tinkuy.gateway.edge.web;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.core.publisher.Flux;

/// Bodies are small. One that tells its length is judged by it; one that does not is counted while
/// it passes, without being kept.
@Component
@Order(3)
class SizeCheck implements EntryCheck {

    static final class BodyTooLarge extends RuntimeException {
        BodyTooLarge() {
            super("the body is over the limit", null, false, false);
        }
    }

    private final long limit;

    SizeCheck(EdgeProperties properties) {
        this.limit = properties.bodyLimit().toBytes();
    }

    @Override
    public @Nullable Refusal refuse(ServerWebExchange exchange, Passage passage) {
        return exchange.getRequest().getHeaders().getContentLength() > limit
                ? Refusal.of(Reason.BODY_TOO_LARGE)
                : null;
    }

    ServerWebExchange counting(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return exchange;
        }
        var counted =
                new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return count(super.getBody());
                    }
                };
        return exchange.mutate().request(counted).build();
    }

    private Flux<DataBuffer> count(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            return body.handle((buffer, sink) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                    DataBufferUtils.release(buffer);
                    sink.error(new BodyTooLarge());
                } else {
                    sink.next(buffer);
                }
            });
        });
    }
}
