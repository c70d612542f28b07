package org.tinkuy.gateway.edge.web;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Bodies are small, except files where files are taken. One that tells its length is judged by it;
/// one that does not is counted while it passes, without being kept.
@Component
@Order(3)
class SizeCheck implements EntryCheck {

    /// Of what is too large, so much is read and dropped: whoever is still sending when the
    /// connection closes never sees the answer.
    private static final DataSize READ_AND_DROPPED = DataSize.ofMegabytes(32);

    static final class BodyTooLarge extends RuntimeException {
        private final transient DataSize limit;

        BodyTooLarge(DataSize limit) {
            super("the body is over the limit", null, false, false);
            this.limit = limit;
        }

        DataSize limit() {
            return limit;
        }
    }

    private final DataSize bodyLimit;
    private final EdgeProperties.Files files;

    SizeCheck(EdgeProperties properties) {
        this.bodyLimit = properties.bodyLimit();
        this.files = properties.files();
    }

    @Override
    public @Nullable Refusal refuse(ServerWebExchange exchange, Passage passage) {
        var limit = limit(exchange);
        return exchange.getRequest().getHeaders().getContentLength() > limit.toBytes()
                ? Refusal.tooLarge(limit)
                : null;
    }

    /// What a body that was refused by its length still sends.
    static Mono<Void> drop(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getContentLength() > READ_AND_DROPPED.toBytes()
                ? Mono.empty()
                : exchange.getRequest().getBody().doOnNext(DataBufferUtils::release).then();
    }

    private DataSize limit(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return files.paths().contains(path) ? files.limit() : bodyLimit;
    }

    ServerWebExchange counting(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return exchange;
        }
        var limit = limit(exchange);
        var counted =
                new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return count(super.getBody(), limit);
                    }
                };
        return exchange.mutate().request(counted).build();
    }

    private Flux<DataBuffer> count(Flux<DataBuffer> body, DataSize limit) {
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            Flux<DataBuffer> upToLimit =
                    body.handle((buffer, sink) -> {
                        var sum = seen.addAndGet(buffer.readableByteCount());
                        if (sum <= limit.toBytes()) {
                            sink.next(buffer);
                            return;
                        }
                        DataBufferUtils.release(buffer);
                        if (sum > READ_AND_DROPPED.toBytes()) {
                            sink.error(new BodyTooLarge(limit));
                        }
                    });
            return upToLimit.concatWith(
                    Flux.defer(() ->
                            seen.get() > limit.toBytes()
                                    ? Flux.error(new BodyTooLarge(limit))
                                    : Flux.empty()));
        });
    }
}
