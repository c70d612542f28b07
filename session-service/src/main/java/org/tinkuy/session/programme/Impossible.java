package org.tinkuy.session.programme;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// Values that are right one by one and cannot be true together.
public final class Impossible extends Refusal {

    private final transient FieldError error;

    /// @param field the one that a person would mend
    public Impossible(String field, String reason) {
        super(Because.INVALID, "invalid-request", "The request is not valid.", reason);
        this.error = new FieldError(field, "impossible", reason);
    }

    /// @param path of what it was said of
    public List<FieldError> errorsWithin(String path) {
        return List.of(error.within(path));
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", List.of(error));
    }
}
