package org.tinkuy.problems;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.tinkuy.database.DatabaseFailure;
import org.tinkuy.telemetry.TracedRequest;
import tools.jackson.core.JacksonException;

/// Every failure of a request as problem details (RFC 9457) with a stable `type`.
final class FailureAnswers {

    private static final Logger log = LoggerFactory.getLogger(FailureAnswers.class);

    private static final String TYPES = "urn:tinkuy:problem:";

    /// What is away comes back in seconds, or not soon.
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    /// What a caller can mend is no event for an operator: one line, of names only.
    private static ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        log.info("Refused: {}", refusal.name());
        var problem =
                problem(
                        status(refusal.because()),
                        refusal.name(),
                        refusal.title(),
                        refusal.detail());
        refusal.details().forEach(problem::setProperty);
        return answer(problem, retryAfter(refusal.retryAfter()));
    }

    private FailureAnswers() {}

    static ResponseEntity<ProblemDetail> of(Throwable failure, ServerWebExchange exchange) {
        return switch (failure) {
            case Refusal refusal -> refused(refusal);
            case ServerWebInputException input -> unreadable(input);
            case DataBufferLimitException _ -> tooLarge();
            case DecodingException _ -> unreadable();
            case ResponseStatusException refusal -> refused(refusal, exchange);
            default -> failed(failure, exchange);
        };
    }

    private static ResponseEntity<ProblemDetail> unreadable(ServerWebInputException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException parsing) {
                return refused(Unreadable.explain(parsing));
            }
            if (cause instanceof DataBufferLimitException) {
                return refused(new BodyTooLarge());
            }
        }
        return refused(new InvalidInput(List.of(WrongParameter.of(failure))));
    }

    private static ResponseEntity<ProblemDetail> unreadable() {
        return refused(InvalidInput.of("", "malformed", "cannot be read"));
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return refused(new BodyTooLarge());
    }

    /// What Spring refuses by itself: unknown paths, methods, media types.
    private static ResponseEntity<ProblemDetail> refused(
            ResponseStatusException refusal, ServerWebExchange exchange) {
        var status = refusal.getStatusCode();
        if (status.is5xxServerError()) {
            return failed(refusal, exchange);
        }
        var problem = ofSpring(status);
        if (refusal instanceof NotAcceptableStatusException unacceptable) {
            problem.setDetail(answeredIn(unacceptable));
        }
        log.info("Refused: {}", problem.getType());
        return answer(problem, refusal.getHeaders());
    }

    private static ResponseEntity<ProblemDetail> failed(
            Throwable failure, ServerWebExchange exchange) {
        TracedRequest.log(exchange, () -> log(failure));
        return switch (DatabaseFailure.of(failure)) {
            case CONTENTION, UNAVAILABLE -> unavailable();
            case DATA, OTHER -> unexpected();
            case null -> unexpected();
        };
    }

    private static void log(Throwable failure) {
        switch (DatabaseFailure.of(failure)) {
            case CONTENTION -> log.warn("Other transactions are in the way for too long", failure);
            case UNAVAILABLE -> log.warn("The database cannot be used now", failure);
            case DATA ->
                    log.error("What cannot be stored was not refused: a check is missing", failure);
            case OTHER -> log.error("The database refused a statement", failure);
            case null -> log.error("A request failed", failure);
        }
    }

    private static ResponseEntity<ProblemDetail> unavailable() {
        var problem =
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "The service cannot answer now; try again soon.",
                        null);
        return answer(problem, retryAfter(AGAIN_AFTER));
    }

    private static ResponseEntity<ProblemDetail> unexpected() {
        var problem =
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unexpected",
                        "Something went wrong on our side.",
                        null);
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static HttpStatus status(Refusal.Because because) {
        return switch (because) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case OVER -> HttpStatus.GONE;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String answeredIn(NotAcceptableStatusException refusal) {
        return refusal.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.joining(", ", "It is answered in ", "."));
    }

    private static ProblemDetail ofSpring(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> problem(status, "not-found", "There is nothing here.", null);
            case 405 ->
                    problem(status, "method-not-allowed", "The method is not allowed here.", null);
            case 406 ->
                    problem(
                            status,
                            "not-acceptable",
                            "Accept has none of the types that this is answered in.",
                            null);
            case 413 -> problem(status, BodyTooLarge.NAME, BodyTooLarge.TITLE, null);
            case 415 ->
                    problem(
                            status,
                            "unsupported-media-type",
                            "The body is not of a type that is taken here.",
                            null);
            default -> problem(status, "invalid-request", "The request is not valid.", null);
        };
    }

    private static ProblemDetail problem(
            HttpStatusCode status, String name, String title, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPES + name));
        problem.setTitle(title);
        problem.setDetail(detail);
        return problem;
    }

    private static HttpHeaders retryAfter(@Nullable Duration pause) {
        var headers = new HttpHeaders();
        if (pause != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds()));
        }
        return headers;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
