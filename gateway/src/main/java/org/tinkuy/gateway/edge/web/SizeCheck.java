package org.tinkuy.gateway.edge.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.requests.Objection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// Headers and bodies are small, except where large ones are taken. A body that tells its length is
/// judged by it; one that does not is counted while it passes, without being kept.
@Component
@Order(3)
class SizeCheck implements EntryCheck {

    /// Of what is too large, so much is read and dropped: whoever is still sending when the
    /// connection closes never sees the answer.
    private static final DataSize READ_AND_DROPPED = DataSize.ofMegabytes(32);

    /// The colon, the space and the end of the line.
    private static final int BESIDES_NAME_AND_VALUE = 4;

    private final DataSize headerLimit;
    private final DataSize bodyLimit;
    private final DataSize largeLimit;
    private final List<PathPattern> large;

    SizeCheck(EdgeProperties properties) {
        this.headerLimit = properties.headerLimit();
        this.bodyLimit = properties.bodyLimit();
        this.largeLimit = properties.largeBodies().limit();
        this.large =
                properties.largeBodies().paths().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList();
    }

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        if (sizeOf(request.requestHeaders()) > headerLimit.toBytes()) {
            return Refusal.of(Objection.headersTooLarge());
        }
        var length = BodyLength.of(request.requestHeaders());
        if (length <= 0) {
            return null;
        }
        var limit = limit(passage);
        return length > limit.toBytes() ? Refusal.tooLarge(limit) : null;
    }

    private static long sizeOf(HttpHeaders headers) {
        var size = 0L;
        for (var all = headers.iteratorAsString(); all.hasNext(); ) {
            var header = all.next();
            size += header.getKey().length() + header.getValue().length() + BESIDES_NAME_AND_VALUE;
        }
        return size;
    }

    /// What a body that was refused by its length still sends.
    static Mono<Void> drop(HttpServerRequest request) {
        return Expectation.of(request)
                        || BodyLength.of(request.requestHeaders()) > READ_AND_DROPPED.toBytes()
                ? Mono.empty()
                : request.receive().then();
    }

    private DataSize limit(Passage passage) {
        var path = PathContainer.parsePath(passage.target().path());
        return large.stream().anyMatch(pattern -> pattern.matches(path)) ? largeLimit : bodyLimit;
    }

    /// A body that did not tell its length. Fails with [Refused] when it is too large.
    Flux<ByteBuf> counted(HttpServerRequest request, Passage passage) {
        var limit = limit(passage);
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            Flux<ByteBuf> upToLimit =
                    request.receive()
                            .handle((buffer, sink) -> {
                                var sum = seen.addAndGet(buffer.readableBytes());
                                if (sum <= limit.toBytes()) {
                                    sink.next(buffer.retain());
                                } else if (sum > READ_AND_DROPPED.toBytes()) {
                                    sink.error(new Refused(Refusal.tooLarge(limit)));
                                }
                            });
            return upToLimit.concatWith(
                    Flux.defer(() ->
                            seen.get() > limit.toBytes()
                                    ? Flux.error(new Refused(Refusal.tooLarge(limit)))
                                    : Flux.empty()));
        });
    }
}
