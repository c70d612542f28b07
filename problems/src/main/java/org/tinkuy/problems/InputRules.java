package org.tinkuy.problems;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Holds input against the constraints on its record.
public class InputRules {

    private static final String REQUIRED = "required";

    private final Validator validator;

    public InputRules(Validator validator) {
        this.validator = validator;
    }

    public <T> T check(T input) {
        return check(input, List.of());
    }

    /// @param besides what is wrong and no constraint says
    /// @throws InvalidInput naming every field that is wrong
    public <T> T check(T input, List<FieldError> besides) {
        return check(input, besides, UnaryOperator.identity());
    }

    /// @param spelling from a record's field names to the caller's
    /// @throws InvalidInput naming every field that is wrong
    public <T> T check(T input, UnaryOperator<String> spelling) {
        return check(input, List.of(), spelling);
    }

    private <T> T check(T input, List<FieldError> besides, UnaryOperator<String> spelling) {
        var violations =
                validator.validate(input).stream().map(violation -> error(violation, spelling));
        var errors =
                Stream.concat(violations, besides.stream())
                        .collect(groupingBy(FieldError::field, TreeMap::new, toList()))
                        .values()
                        .stream()
                        .flatMap(InputRules::helpful)
                        .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return input;
    }

    /// Of one field, in the same order always: validators tell in any. What has to be given anew is
    /// not mended besides.
    private static Stream<FieldError> helpful(List<FieldError> ofOneField) {
        var missing =
                ofOneField.stream().filter(error -> error.code().equals(REQUIRED)).findFirst();
        return missing.isPresent()
                ? missing.stream()
                : ofOneField.stream()
                        .sorted(comparing(FieldError::code).thenComparing(FieldError::detail));
    }

    private static FieldError error(
            ConstraintViolation<?> violation, UnaryOperator<String> spelling) {
        var code = code(violation);
        return new FieldError(
                spelling.apply(path(violation.getPropertyPath())),
                code,
                code.equals(REQUIRED) ? "has to be given" : violation.getMessage());
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
            case "NotNull", "Seen", "NotEmpty" -> REQUIRED;
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
