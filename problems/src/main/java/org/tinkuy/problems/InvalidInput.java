package org.tinkuy.problems;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One or more fields of what a caller wrote are not what they must be.
public final class InvalidInput extends Refusal {

    private final transient List<FieldError> errors;

    /// @param errors one or more
    public InvalidInput(List<FieldError> errors) {
        super(Because.INVALID, "invalid-request", "The request is not valid.");
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("input that is not valid without a wrong field");
        }
        this.errors = List.copyOf(errors);
    }

    public static InvalidInput of(String field, String code, String detail) {
        return new InvalidInput(List.of(new FieldError(field, code, detail)));
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public String getMessage() {
        return errors.stream()
                .map(error -> "%s: %s".formatted(error.field(), error.detail()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", errors);
    }
}
