package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// Something speaks against publishing the drafts of some sessions so, and no answer was given to
/// it. Nothing was published.
public final class ChangesRefused extends Refusal {

    private final transient List<FieldError> errors;

    /// @param objections by the session that they are about
    ChangesRefused(Map<SessionId, List<Objection>> objections) {
        super(
                Because.CONFLICT,
                "changes-refused",
                "Something speaks against what would be published.");
        this.errors =
                objections.entrySet().stream()
                        .flatMap(its ->
                                its.getValue().stream()
                                        .map(objection ->
                                                objection
                                                        .error()
                                                        .within(its.getKey().value().toString())))
                        .toList();
    }

    /// Each with its session and its field.
    @Override
    public Map<String, Object> details() {
        return Map.of("errors", errors);
    }
}
