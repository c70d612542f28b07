package org.tinkuy.registration;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.tinkuy.registration.InvalidRequest.FieldError;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Every failure of this service as problem details (RFC 9457) with a stable `type`.
@RestControllerAdvice
class RegistrationServiceProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(RegistrationServiceProblems.class);

    private static final Duration RETRY_UNAVAILABLE = Duration.ofSeconds(2);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var problem =
                problem(
                        status(refusal.because()),
                        refusal.name(),
                        String.valueOf(refusal.getMessage()));
        refusal.details().forEach(problem::setProperty);
        return answer(problem, refusal.retryAfter());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception failure) {
        log.warn("The database cannot be used now", failure);
        var problem =
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "The service cannot answer now; try again soon.");
        return answer(problem, RETRY_UNAVAILABLE);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        log.error("Unexpected failure", failure);
        return answer(
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unexpected",
                        "Something went wrong on our side."),
                null);
    }

    /// Spring's own failures keep their status and get a type of ours.
    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        var problem = ofSpring(status);
        if (failure instanceof ServerWebInputException input) {
            problem.setProperty("errors", wrongTypes(input));
        }
        if (status.is5xxServerError()) {
            log.error("Unexpected failure", failure);
        }
        return createResponseEntity(problem, headers, status, exchange);
    }

    private static HttpStatus status(Refusal.Because because) {
        return switch (because) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case OVER -> HttpStatus.GONE;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static ProblemDetail ofSpring(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> problem(status, "invalid-request", "The request is not valid.");
            case 404 -> problem(status, "not-found", "There is nothing here.");
            case 405 -> problem(status, "method-not-allowed", "The method is not allowed here.");
            case 406 -> problem(status, "not-acceptable", "The answer is JSON.");
            case 413 -> problem(status, "body-too-large", "The body is larger than 64 KB.");
            case 415 -> problem(status, "unsupported-media-type", "The body must be JSON.");
            default -> problem(status, "unexpected", "Something went wrong on our side.");
        };
    }

    private static List<FieldError> wrongTypes(ServerWebInputException input) {
        for (Throwable cause = input; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
                return List.of(
                        new FieldError(
                                path(mismatch), "wrong-type", "The value is of another type."));
            }
        }
        return List.of();
    }

    private static String path(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(RegistrationServiceProblems::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null
                ? "[" + step.getIndex() + "]"
                : "." + step.getPropertyName();
    }

    private static ProblemDetail problem(HttpStatusCode status, String name, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:tinkuy:problem:" + name));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, @Nullable Duration retryAfter) {
        var response = ResponseEntity.status(problem.getStatus());
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return response.body(problem);
    }
}
