package org.tinkuy.problems;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/// Answers what fails in a handler, before the filters around it hear of it.
@RestControllerAdvice
class Problems {

    private final ProblemWriter writer;

    Problems(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    Mono<Void> failed(Throwable failure, ServerWebExchange exchange) {
        return switch (failure) {
            // The security chain answers these.
            case AccessDeniedException denied -> Mono.error(denied);
            case AuthenticationException denied -> Mono.error(denied);
            // Nobody is there any more who could be answered, which is no failure of ours.
            case AbortedException gone -> Mono.error(gone);
            default -> writer.write(failure, exchange);
        };
    }
}
