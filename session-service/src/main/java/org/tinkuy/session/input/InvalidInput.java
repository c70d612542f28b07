package org.tinkuy.session.input;

import java.util.List;
import java.util.stream.Collectors;

/// What a caller wrote cannot be used.
public final class InvalidInput extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(
                errors.stream()
                        .map(error -> "%s: %s".formatted(error.field(), error.detail()))
                        .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public static InvalidInput of(String field, String code, String detail) {
        return new InvalidInput(List.of(new FieldError(field, code, detail)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
