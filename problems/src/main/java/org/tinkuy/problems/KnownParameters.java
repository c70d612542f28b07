package org.tinkuy.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// Parameters are those that the operation reads, and a parameter that is given has a value. Spring
/// would pass over the others, and take an empty one for none: `stat=sent` and `about=` would ask
/// for everything instead of for some.
final class KnownParameters {

    private KnownParameters() {}

    /// @throws InvalidInput if one is unknown or empty
    static void check(MultiValueMap<String, String> given, HandlerMethod handler) {
        if (given.isEmpty()) {
            return;
        }
        var known = names(handler);
        var errors = new ArrayList<FieldError>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(unknown(name, known));
            } else if (values.stream().anyMatch(KnownParameters::isEmpty)) {
                errors.add(new FieldError(name, "required", "Give a value."));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static FieldError unknown(String name, List<String> known) {
        return new FieldError(
                name,
                "unknown-field",
                known.isEmpty() ? "no parameter is read here" : Nearest.among(known, name));
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || PlainText.showsNothing(value);
    }

    private static List<String> names(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(KnownParameters::name)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /// @return `null` for what is no parameter of the query
    private static @Nullable String name(MethodParameter parameter) {
        var read = parameter.getParameterAnnotation(RequestParam.class);
        if (read == null) {
            return null;
        }
        return read.name().isEmpty() ? parameter.getParameter().getName() : read.name();
    }
}
