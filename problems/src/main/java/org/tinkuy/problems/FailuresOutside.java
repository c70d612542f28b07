package org.tinkuy.problems;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/// What fails before or after a handler is answered as what fails in one.
@Order(FailuresOutside.BEFORE_BOOTS)
final class FailuresOutside implements ErrorWebExceptionHandler {

    /// Spring Boot's own answers stand at -1 and are no problems.
    static final int BEFORE_BOOTS = -2;

    private final ProblemWriter writer;

    FailuresOutside(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return exchange.getResponse().isCommitted() || failure instanceof AbortedException
                ? Mono.error(failure)
                : writer.write(failure, exchange);
    }
}
