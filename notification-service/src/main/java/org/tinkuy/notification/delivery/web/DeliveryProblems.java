package org.tinkuy.notification.delivery.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.tinkuy.notification.delivery.RetryDelivery;

/// Failures that a caller can cause, as RFC 9457 problems.
@RestControllerAdvice
class DeliveryProblems {

    private static final String PREFIX = "urn:tinkuy:problem:";

    @ExceptionHandler(DeliveriesApi.NotAnOrganiser.class)
    ProblemDetail notAnOrganiser() {
        return problem(HttpStatus.FORBIDDEN, "forbidden", "Your roles do not allow this.");
    }

    @ExceptionHandler(RetryDelivery.NotRetryable.class)
    ProblemDetail notRetryable() {
        return problem(HttpStatus.CONFLICT, "not-retryable", "This cannot be sent again.");
    }

    @ExceptionHandler
    ProblemDetail invalidParameter(DeliveriesApi.InvalidParameter e) {
        return invalid(e.field(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(ServerWebInputException e) {
        var parameter = e.getMethodParameter();
        var field = parameter == null ? null : parameter.getParameterName();
        return field == null
                ? problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid.")
                : invalid(field, "cannot be read");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(ResponseStatusException e) {
        var status = HttpStatus.valueOf(e.getStatusCode().value());
        var problem =
                switch (status) {
                    case NOT_FOUND -> problem(status, "not-found", "There is nothing here.");
                    case METHOD_NOT_ALLOWED ->
                            problem(status, "method-not-allowed", "This method is not offered.");
                    case NOT_ACCEPTABLE ->
                            problem(status, "not-acceptable", "Only JSON is offered.");
                    default -> problem(status, "invalid-request", "The request is not valid.");
                };
        return ResponseEntity.status(status).headers(e.getHeaders()).body(problem);
    }

    private static ProblemDetail invalid(String field, String detail) {
        var problem =
                problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid.");
        problem.setProperty(
                "errors", List.of(Map.of("field", field, "code", "invalid", "detail", detail)));
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(PREFIX + type));
        problem.setTitle(title);
        return problem;
    }
}
