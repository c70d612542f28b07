package org.tinkuy.notification.newsletter.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tinkuy.notification.newsletter.ConfirmationOver;
import org.tinkuy.notification.newsletter.Fault;
import org.tinkuy.notification.newsletter.InvalidInput;
import org.tinkuy.notification.newsletter.NoSuchThing;
import org.tinkuy.notification.newsletter.WrongCampaignState;

/// What newsletters refuse, as RFC 9457 problems; what any request may fail at is handled
/// elsewhere.
@RestControllerAdvice
class NewsletterProblems {

    private static final String PREFIX = "urn:tinkuy:problem:";

    @ExceptionHandler
    ProblemDetail invalid(InvalidInput invalid) {
        var problem =
                problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid.");
        problem.setProperty(
                "errors", invalid.faults().stream().map(NewsletterProblems::error).toList());
        return problem;
    }

    private static Map<String, String> error(Fault fault) {
        var error = new LinkedHashMap<String, String>();
        error.put("field", fault.field());
        error.put("code", fault.code());
        error.put("detail", fault.detail());
        var value = fault.value();
        if (value != null) {
            error.put("value", value);
        }
        return error;
    }

    @ExceptionHandler
    ProblemDetail noSuchThing(NoSuchThing nothing) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
    }

    @ExceptionHandler
    ProblemDetail notAnEditor(CampaignApi.NotAnEditor refused) {
        return problem(HttpStatus.FORBIDDEN, "forbidden", "Your roles do not allow this.");
    }

    @ExceptionHandler
    ProblemDetail confirmationOver(ConfirmationOver over) {
        return problem(
                HttpStatus.GONE,
                "confirmation-over",
                "This link confirms nothing any more; subscribe again to get another.");
    }

    @ExceptionHandler
    ProblemDetail wrongState(WrongCampaignState wrong) {
        var problem =
                problem(
                        HttpStatus.CONFLICT,
                        "wrong-campaign-state",
                        "This is not possible while the campaign is "
                                + wrong.state().label()
                                + ".");
        problem.setProperty("state", wrong.state().label());
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(PREFIX + type));
        problem.setTitle(title);
        return problem;
    }
}
