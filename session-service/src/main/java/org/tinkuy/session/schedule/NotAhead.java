package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// Nothing can be planned for a time that has come, or that is further ahead than a year.
public final class NotAhead extends Refusal {

    NotAhead() {
        super(Because.INVALID, "invalid-request", "The request is not valid.");
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "errors",
                List.of(new FieldError("at", "out-of-range", "It lies ahead, by a year at most.")));
    }
}
