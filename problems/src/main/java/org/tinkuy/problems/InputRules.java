package org.tinkuy.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Holds input against the constraints on its record.
public class InputRules {

    private final Validator validator;

    public InputRules(Validator validator) {
        this.validator = validator;
    }

    public <T> T check(T input) {
        return check(input, UnaryOperator.identity());
    }

    /// @param spelling from a record's field names to the caller's
    /// @throws InvalidInput naming every field that is wrong
    public <T> T check(T input, UnaryOperator<String> spelling) {
        var errors =
                validator.validate(input).stream()
                        .map(violation -> error(violation, spelling))
                        .sorted(Comparator.comparing(FieldError::field))
                        .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return input;
    }

    private static FieldError error(
            ConstraintViolation<?> violation, UnaryOperator<String> spelling) {
        var code = code(violation);
        return new FieldError(
                spelling.apply(path(violation.getPropertyPath())),
                code,
                code.equals("required") ? "has to be given" : violation.getMessage());
    }

    /// Without what Bean Validation says of containers: `title[en].<map value>` is `title.en`.
    private static String path(Path path) {
        return path.toString()
                .replaceAll("\\.?<[^<>]*+>", "")
                .replaceAll("\\[(\\D[^\\[\\]]*+)]", ".$1");
    }

    private static String code(ConstraintViolation<?> violation) {
        var constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return switch (constraint) {
            case "NotNull", "Seen", "NotEmpty" -> "required";
            case "Size" ->
                    violation.getInvalidValue() instanceof Collection
                                    || violation.getInvalidValue() instanceof Map
                            ? "too-many"
                            : "too-long";
            case "CodePointLength" -> "too-long";
            case "Min", "Max" -> "out-of-range";
            case "OneLine" -> "invalid-characters";
            default -> "invalid-value";
        };
    }
}
