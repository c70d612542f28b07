package org.tinkuy.problems;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets every handler end what it began when its client goes away, one that only reads as well: of
/// reads cancelled at the wrong moment the pool of connections loses some for good, until it has
/// none (<https://github.com/r2dbc/r2dbc-pool/issues/198>). The database would have ended them
/// anyway.
///
/// A list is whole before it is sent. A stream of bytes is not waited for and ends with its client,
/// as does what a handler puts into a `ResponseEntity`: it carries its reads through by itself.
final class UncancelledHandlers extends RequestMappingHandlerAdapter {

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        return super.handle(exchange, handler).map(UncancelledHandlers::uncancelled);
    }

    private static HandlerResult uncancelled(HandlerResult result) {
        var uncancelled =
                new HandlerResult(
                        result.getHandler(),
                        uncancelled(result, result.getReturnValue()),
                        result.getReturnTypeSource(),
                        result.getBindingContext());
        var exceptions = result.getExceptionHandler();
        return exceptions == null ? uncancelled : uncancelled.setExceptionHandler(exceptions);
    }

    private static @Nullable Object uncancelled(HandlerResult result, @Nullable Object answer) {
        return switch (answer) {
            case Mono<?> one -> Uncancelled.carriedThrough(one);
            case Flux<?> list when !isOfBytes(result) ->
                    Uncancelled.carriedThrough(list.collectList())
                            .flatMapIterable(elements -> elements);
            case null, default -> answer;
        };
    }

    private static boolean isOfBytes(HandlerResult result) {
        return DataBuffer.class.isAssignableFrom(
                result.getReturnType().as(Publisher.class).getGeneric().toClass());
    }
}
