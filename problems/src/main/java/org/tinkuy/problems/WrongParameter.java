package org.tinkuy.problems;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/// Says which parameter of a request is wrong in the caller's words: what our code calls it is
/// nobody's business.
final class WrongParameter {

    private WrongParameter() {}

    static FieldError of(ServerWebInputException failure) {
        var parameter = failure.getMethodParameter();
        if (failure instanceof MissingRequestValueException missing) {
            return new FieldError(missing.getName(), "required", "Give a value.");
        }
        if (parameter == null) {
            return new FieldError("", "malformed", "The request cannot be read.");
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return new FieldError("", "required", "Give a body.");
        }
        return wrongType(name(parameter), parameter.getParameterType());
    }

    /// As an empty text is in a body. A list without anything lacks its first, a name alone a text.
    static FieldError empty(String name, Class<?> type) {
        return type == String.class || Collection.class.isAssignableFrom(type)
                ? new FieldError(name, "required", "Give a value.")
                : wrongType(name, type);
    }

    private static FieldError wrongType(String name, Class<?> type) {
        return type == UUID.class
                ? new FieldError(name, "invalid-id", "Not an id.")
                : new FieldError(name, "wrong-type", "Not a value of its kind.");
    }

    private static String name(MethodParameter parameter) {
        var given = annotated(parameter);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        var name = parameter.getParameterName();
        return name == null ? "" : name;
    }

    private static @Nullable String annotated(MethodParameter parameter) {
        var query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return query.name();
        }
        var path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return path.name();
        }
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        return header == null ? null : header.name();
    }
}
