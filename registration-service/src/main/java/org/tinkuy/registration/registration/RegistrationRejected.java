package org.tinkuy.registration.registration;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.Refusal;
import org.tinkuy.registration.seats.Rejection;
import org.tinkuy.registration.seats.SessionId;

/// A [Rejection] on its way to the caller.
public final class RegistrationRejected extends Refusal {

    private final transient List<FieldError> errors;

    private RegistrationRejected(
            Because because, String name, String title, List<FieldError> errors) {
        super(because, name, title);
        this.errors = errors;
    }

    /// @param asked the sessions in the order of the request, to name the fields that are wrong
    static Refusal of(Rejection rejection, List<SessionId> asked) {
        return switch (rejection) {
            case Rejection.UnknownSessions(var sessions) ->
                    new InvalidInput(
                            errors(asked, sessions, "unknown-session", "No such session."));
            case Rejection.SessionsCancelled(var sessions) ->
                    new RegistrationRejected(
                            Because.CONFLICT,
                            "session-cancelled",
                            "The session is cancelled.",
                            errors(
                                    asked,
                                    sessions,
                                    "session-cancelled",
                                    "The session is cancelled."));
            case Rejection.SessionsEnded(var sessions) ->
                    new RegistrationRejected(
                            Because.CONFLICT,
                            "session-ended",
                            "The session is over.",
                            errors(asked, sessions, "session-ended", "The session is over."));
            case Rejection.ByInvitation(var sessions) ->
                    new RegistrationRejected(
                            Because.CONFLICT,
                            "by-invitation",
                            "The session is by invitation.",
                            errors(asked, sessions, "by-invitation", "It is by invitation."));
            case Rejection.UnknownRegistration() -> unknown();
            case Rejection.NobodyWaits() ->
                    new RegistrationRejected(
                            Because.CONFLICT,
                            "not-on-the-waiting-list",
                            "It is no place on a waiting list.",
                            List.of());
            case Rejection.KeyReused() ->
                    new RegistrationRejected(
                            Because.UNPROCESSABLE,
                            "idempotency-key-reused",
                            "The idempotency key came before with another request.",
                            List.of());
        };
    }

    public static Refusal unknown() {
        return new RegistrationRejected(
                Because.NOT_FOUND, "not-found", "There is no such registration.", List.of());
    }

    /// A code has to come back before anything is changed in a person's name.
    static Refusal unproven() {
        return new RegistrationRejected(
                Because.CONFLICT,
                "address-not-confirmed",
                "Nobody has confirmed the address under this name.",
                List.of());
    }

    private static List<FieldError> errors(
            List<SessionId> asked, List<SessionId> wrong, String code, String detail) {
        return wrong.stream()
                .map(session ->
                        new FieldError("sessionIds[" + asked.indexOf(session) + "]", code, detail))
                .toList();
    }

    @Override
    public Map<String, Object> details() {
        return errors.isEmpty() ? Map.of() : Map.of("errors", errors);
    }
}
