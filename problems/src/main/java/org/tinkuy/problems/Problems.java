package org.tinkuy.problems;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.requests.LostClient;
import reactor.core.publisher.Mono;

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
            case Throwable lost when LostClient.is(lost) -> Mono.error(lost);
            default -> writer.write(failure, exchange);
        };
    }
}
