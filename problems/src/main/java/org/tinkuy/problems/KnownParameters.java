package org.tinkuy.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// Parameters are those that the operation reads, and an empty one is no value of its kind. Spring
/// would pass over the others, and take an empty one for none: `stat=sent` and `about=` would ask
/// for everything instead of for some, and of two values it would read the first. An empty text is
/// the handler's to judge.
final class KnownParameters {

    private KnownParameters() {}

    /// @throws InvalidInput if one is unknown, empty or given twice
    static void check(MultiValueMap<String, String> given, HandlerMethod handler) {
        if (given.isEmpty()) {
            return;
        }
        var known = known(handler);
        var errors = new ArrayList<FieldError>();
        given.forEach((name, values) -> {
            var type = known.get(name);
            if (type == null) {
                errors.add(unknown(name, List.copyOf(known.keySet())));
            } else if (values.size() > 1 && !Collection.class.isAssignableFrom(type)) {
                errors.add(new FieldError(name, "duplicate", "Give one value."));
            } else if (values.stream().anyMatch(value -> isNone(value, type))) {
                errors.add(WrongParameter.empty(name, type));
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

    /// @param value `null`: there is not even a `=`
    private static boolean isNone(@Nullable String value, Class<?> type) {
        return value == null || (type != String.class && PlainText.showsNothing(value));
    }

    private static SortedMap<String, Class<?>> known(HandlerMethod handler) {
        var known = new TreeMap<String, Class<?>>();
        for (var parameter : handler.getMethodParameters()) {
            var read = parameter.getParameterAnnotation(RequestParam.class);
            if (read != null) {
                var name = read.name().isEmpty() ? parameter.getParameter().getName() : read.name();
                known.put(name, parameter.getParameterType());
            }
        }
        return known;
    }
}
