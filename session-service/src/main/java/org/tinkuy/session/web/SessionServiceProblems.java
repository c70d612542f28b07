package org.tinkuy.session.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.tinkuy.session.importing.FileTooLarge;
import org.tinkuy.session.input.FieldError;
import org.tinkuy.session.input.InvalidInput;
import org.tinkuy.session.input.Unreadable;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Impossible;
import org.tinkuy.session.programme.UnknownDraft;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.TooMuchToPublish;
import org.tinkuy.session.schedule.ImpossibleTimes;
import org.tinkuy.session.schedule.SchedulingRefused;
import org.tinkuy.session.schedule.SessionChanged;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.UnknownSession;
import tools.jackson.core.JacksonException;

/// Every refusal of this service as problem details (RFC 9457) with a stable type.
@RestControllerAdvice
class SessionServiceProblems {

    private static final Logger log = LoggerFactory.getLogger(SessionServiceProblems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String TYPES = "urn:tinkuy:problem:";
    private static final String INVALID_REQUEST = "invalid-request";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownProgramme failure) {
        return notFound("There is no such programme.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownSession failure) {
        return notFound("There is no such session.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownDraft failure) {
        return notFound("The programme has no such part.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(Impossible failure) {
        return invalidRequest(
                List.of(
                        new FieldError(
                                failure.field(),
                                "impossible",
                                String.valueOf(failure.getMessage()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(TooMuchToPublish failure) {
        return invalidRequest(
                List.of(new FieldError("", "too-long", String.valueOf(failure.getMessage()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(FileTooLarge failure) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", failure.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidInput failure) {
        return invalidRequest(failure.errors());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ImpossibleTimes failure) {
        return invalidRequest(
                List.of(
                        new FieldError(
                                "ends", "impossible", String.valueOf(failure.getMessage()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(SchedulingRefused refusal) {
        var reason = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case SchedulingRefused.OutsidePlenaryWindow _ ->
                    answer(HttpStatus.CONFLICT, "outside-plenary-window", reason);
            case SchedulingRefused.OverlappingPlenaries overlapping ->
                    overlapping(overlapping, reason);
            case SchedulingRefused.Cancelled _ ->
                    answer(HttpStatus.CONFLICT, "session-cancelled", reason);
            case SchedulingRefused.InThePast _ ->
                    invalidRequest(List.of(new FieldError("date", "past", reason)));
            case SchedulingRefused.UnknownEvent _ ->
                    invalidRequest(List.of(new FieldError("eventId", "unknown-event", reason)));
        };
    }

    private static ResponseEntity<ProblemDetail> overlapping(
            SchedulingRefused.OverlappingPlenaries refusal, String reason) {
        var problem = problem(HttpStatus.CONFLICT, "overlapping-plenaries", reason);
        problem.setProperty("sessionIds", refusal.others().stream().map(SessionId::value).toList());
        return answer(problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(SessionChanged failure) {
        return answer(
                HttpStatus.CONFLICT,
                "session-changed",
                "The session was changed since you read it.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(DraftChanged failure) {
        return answer(
                HttpStatus.CONFLICT, "draft-changed", "The draft was changed since you read it.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ServerWebInputException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException parsing) {
                return invalidRequest(Unreadable.explain(parsing).errors());
            }
            if (cause instanceof DataBufferLimitException) {
                return tooLarge();
            }
        }
        return invalidRequest(List.of(error(failure)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(DecodingException failure) {
        return invalidRequest(List.of(new FieldError("", "malformed", "cannot be read")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(DataBufferLimitException failure) {
        return tooLarge();
    }

    /// What the framework refuses by itself: unknown paths, methods, media types.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException refusal) {
        var status = refusal.getStatusCode();
        if (status.is5xxServerError()) {
            return failed(refusal);
        }
        return answer(status, name(status), null, refusal.getHeaders());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception failure) {
        log.warn("The database cannot be used now", failure);
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", null, headers);
    }

    /// Left to the security chain, which answers them.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AuthenticationException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Throwable failure) {
        log.error("A request failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", null);
    }

    private static ResponseEntity<ProblemDetail> notFound(String detail) {
        return answer(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", null);
    }

    private static FieldError error(ServerWebInputException failure) {
        var parameter = failure.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return new FieldError(
                name == null ? "" : name, "wrong-type", String.valueOf(failure.getReason()));
    }

    private static ResponseEntity<ProblemDetail> invalidRequest(List<FieldError> errors) {
        var problem = problem(HttpStatus.BAD_REQUEST, INVALID_REQUEST, null);
        problem.setProperty("errors", errors);
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String type, @Nullable String detail) {
        return answer(status, type, detail, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String type, @Nullable String detail, HttpHeaders headers) {
        return answer(problem(status, type, detail), headers);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(
            HttpStatusCode status, String type, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPES + type));
        problem.setDetail(detail);
        return problem;
    }

    private static String name(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "unsupported-media-type";
            default -> INVALID_REQUEST;
        };
    }
}
