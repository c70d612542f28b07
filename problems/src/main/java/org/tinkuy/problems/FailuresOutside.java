package org.tinkuy.problems;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.requests.LostClient;
import reactor.core.publisher.Mono;

/// What fails before or after a handler is answered as what fails in one.
@Order(FailuresOutside.BEFORE_BOOTS)
final class FailuresOutside implements ErrorWebExceptionHandler {

    /// Spring Boot's own answers stand at -1 and are no problems.
    static final int BEFORE_BOOTS = -2;

    private static final Logger log = LoggerFactory.getLogger(FailuresOutside.class);

    private final ProblemWriter writer;

    FailuresOutside(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (LostClient.is(failure)) {
            // Spring would write an error for what nobody can be told.
            log.debug("The client went away", failure);
            return Mono.empty();
        }
        return writer.write(failure, exchange);
    }
}
