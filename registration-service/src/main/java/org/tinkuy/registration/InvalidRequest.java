package org.tinkuy.registration;

import java.util.List;
import java.util.Map;

/// One or more fields of a request are not what they must be.
public final class InvalidRequest extends Refusal {

    /// @param field its path in the request's body, such as `sessionIds[1]`
    /// @param code stable, for programs: `required`, `too-long`, `invalid-address` …
    /// @param detail for a developer who reads the answer
    public record FieldError(String field, String code, String detail) {}

    private final transient List<FieldError> errors;

    public InvalidRequest(List<FieldError> errors) {
        super(Because.INVALID, "invalid-request", "The request is not valid.");
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", errors);
    }
}
