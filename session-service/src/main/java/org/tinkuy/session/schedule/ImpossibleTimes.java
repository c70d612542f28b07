package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// Local times that no session can have.
public final class ImpossibleTimes extends Refusal {

    private final transient FieldError error;

    /// @param field `starts` or `ends`
    ImpossibleTimes(String field, String reason) {
        super(Because.INVALID, "invalid-request", "The request is not valid.", reason);
        this.error = new FieldError(field, "impossible", reason);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", List.of(error));
    }

    public FieldError error() {
        return error;
    }
}
