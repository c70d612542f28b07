package org.tinkuy.site.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import org.tinkuy.requests.LostClient;
import org.tinkuy.site.upstream.AnswerTooLarge;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitors;
import org.tinkuy.telemetry.TracedRequest;
import reactor.core.publisher.Mono;

/// The frame for every page, and a page for everything that goes wrong: words, never a stack trace.
@ControllerAdvice
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @ModelAttribute(Frames.ATTRIBUTE)
    Mono<Frame> frame(ServerWebExchange exchange) {
        return frames.of(exchange);
    }

    @ExceptionHandler
    Mono<Rendering> nothingHere(NoSuchPage nothing, ServerWebExchange exchange) {
        return page(exchange, HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler
    Mono<Rendering> notForYou(NotForYou refused, ServerWebExchange exchange) {
        return page(exchange, HttpStatus.FORBIDDEN, "forbidden");
    }

    @ExceptionHandler
    Mono<Rendering> signInFirst(SignInFirst first, ServerWebExchange exchange) {
        if (Visitors.mayBeSignedIn(exchange)) {
            return unavailable(exchange);
        }
        var here = UriUtils.encode(Frames.here(exchange), StandardCharsets.US_ASCII);
        return Mono.just(
                Rendering.redirectTo("/sign-in?next=" + here).status(HttpStatus.SEE_OTHER).build());
    }

    @ExceptionHandler
    Mono<Rendering> serviceAway(ServiceUnavailable away, ServerWebExchange exchange) {
        log.warn("{} {}: {}", method(exchange), route(exchange), away.getMessage());
        return unavailable(exchange);
    }

    /// It would be so again: the page does not ask once more by itself.
    @ExceptionHandler
    Mono<Rendering> tooMuch(AnswerTooLarge answer, ServerWebExchange exchange) {
        log.error("{} {}: {}", method(exchange), route(exchange), answer.getMessage());
        return page(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "too-much");
    }

    @ExceptionHandler
    Mono<Rendering> stillReading(StillReading reading, ServerWebExchange exchange) {
        return unavailable(exchange);
    }

    /// The page asks again by itself; a visitor who would rather not wait finds a link. What was
    /// sent is not sent again unasked, and its address is no page.
    private Mono<Rendering> unavailable(ServerWebExchange exchange) {
        var seconds = String.valueOf(RuleNumbers.TRIED_AGAIN_AFTER.toSeconds());
        exchange.getResponse().getHeaders().set("Retry-After", seconds);
        if (exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            return page(exchange, HttpStatus.SERVICE_UNAVAILABLE, "unsent");
        }
        exchange.getResponse().getHeaders().set("Refresh", seconds);
        return page(exchange, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }

    /// Problems that no page expected.
    @ExceptionHandler
    Mono<Rendering> problem(ServiceProblem problem, ServerWebExchange exchange) {
        return switch (problem.status()) {
            // the token ran out on its way: the gateway gets another for the next request
            case 401 -> unavailable(exchange);
            case 403 -> page(exchange, HttpStatus.FORBIDDEN, "forbidden");
            case 404 -> page(exchange, HttpStatus.NOT_FOUND, "not-found");
            case 500 -> broken(problem, exchange);
            default -> notAsked(problem, exchange);
        };
    }

    /// No form of ours asks so; whoever wrote the address or the form by hand does.
    private Mono<Rendering> notAsked(ServiceProblem problem, ServerWebExchange exchange) {
        log.warn("{} {}: {}", method(exchange), route(exchange), problem.getMessage());
        return page(exchange, HttpStatus.BAD_REQUEST, "refused");
    }

    @ExceptionHandler
    Mono<Rendering> tooLarge(DataBufferLimitException large, ServerWebExchange exchange) {
        log.info("{} {}: the form is too large", method(exchange), route(exchange));
        return page(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    @ExceptionHandler
    Mono<Rendering> refused(ResponseStatusException refused, ServerWebExchange exchange) {
        if (refused.getCause() instanceof DataBufferLimitException large) {
            return tooLarge(large, exchange);
        }
        var status = refused.getStatusCode();
        if (status.is5xxServerError()) {
            return broken(refused, exchange);
        }
        exchange.getResponse().getHeaders().putAll(refused.getHeaders());
        return page(exchange, status, status.value() == 404 ? "not-found" : "refused");
    }

    @ExceptionHandler
    Mono<Rendering> broken(Exception fault, ServerWebExchange exchange) {
        if (LostClient.is(fault)) {
            return Mono.error(fault);
        }
        TracedRequest.log(
                exchange,
                () -> log.error("{} {} failed", method(exchange), route(exchange), fault));
        return page(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "broken");
    }

    private Mono<Rendering> page(ServerWebExchange exchange, HttpStatusCode status, String words) {
        return frames.of(exchange)
                .map(frame ->
                        Rendering.view("notice")
                                .status(status)
                                .model(Map.of(Frames.ATTRIBUTE, frame, "words", words))
                                .build());
    }

    private static String method(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod().name();
    }

    /// Not the path, which may be a secret that opens a calendar or ends a subscription.
    private static String route(ServerWebExchange exchange) {
        return String.valueOf(
                exchange.getAttributes()
                        .getOrDefault(
                                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                                "what has no page"));
    }
}
