package org.tinkuy.gateway.edge.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.core.publisher.Mono;

/// A service that does not answer is a sentence and not a stack trace. Before Boot's own handler.
@Component
@Order(-2)
class FailureAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureAnswers.class);

    private final Answers answers;

    FailureAnswers(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return answers.refuse(exchange, refusal(exchange, failure));
    }

    private static Refusal refusal(ServerWebExchange exchange, Throwable failure) {
        return failure instanceof SizeCheck.BodyTooLarge tooLarge
                ? Refusal.tooLarge(tooLarge.limit())
                : Refusal.of(reason(exchange, failure));
    }

    private static Reason reason(ServerWebExchange exchange, Throwable failure) {
        return switch (failure) {
            case ErrorResponse response -> reason(response.getStatusCode().value());
            case IOException _ -> unavailable(exchange, failure);
            default -> {
                log.error("{} failed", exchange.getLogPrefix(), failure);
                yield Reason.SERVICE_UNAVAILABLE;
            }
        };
    }

    private static Reason unavailable(ServerWebExchange exchange, Throwable failure) {
        log.debug("{} no answer from the service", exchange.getLogPrefix(), failure);
        return Reason.SERVICE_UNAVAILABLE;
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 404 -> Reason.NOT_FOUND;
            case 405 -> Reason.METHOD_NOT_ALLOWED;
            case 413 -> Reason.BODY_TOO_LARGE;
            case 504 -> Reason.SERVICE_TIMEOUT;
            default -> status < 500 ? Reason.INVALID_REQUEST : Reason.SERVICE_UNAVAILABLE;
        };
    }
}
