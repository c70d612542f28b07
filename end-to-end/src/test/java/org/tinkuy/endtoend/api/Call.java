package org.tinkuy.endtoend.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.endtoend.api.ApiDocument.Operation;
import org.tinkuy.endtoend.api.ApiDocument.Parameter;
import org.tinkuy.testing.RawHttp;

/// An operation with values for its parameters and a body.
///
/// @param values by place and name, such as `path.id`, as they are meant
/// @param mediaType of the body; `null` where there is none
record Call(
        Operation operation,
        Map<String, String> values,
        @Nullable String mediaType,
        @Nullable String body) {

    static String key(Parameter parameter) {
        return parameter.in() + "." + parameter.name();
    }

    Call with(Parameter parameter, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key(parameter), value);
        return new Call(operation, changed, mediaType, body);
    }

    Call without(Parameter parameter) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(key(parameter));
        return new Call(operation, changed, mediaType, body);
    }

    Call sending(String type, String text) {
        return new Call(operation, values, type, text);
    }

    /// @param token `null`: nobody's
    RawHttp.Request by(@Nullable String token) {
        return request(operation.path(), Map.of(), token);
    }

    /// @param raw of the same keys as the values, as it is to stand in the request
    RawHttp.Request by(@Nullable String token, Map<String, String> raw) {
        return request(operation.path(), raw, token);
    }

    private RawHttp.Request request(
            String template, Map<String, String> raw, @Nullable String token) {
        var path = template;
        for (var parameter : operation.parametersIn("path")) {
            var value = raw.getOrDefault(key(parameter), encoded(value(parameter)));
            path = path.replace("{" + parameter.name() + "}", value);
        }
        var query =
                operation.parametersIn("query").stream()
                        .filter(parameter ->
                                values.containsKey(key(parameter))
                                        || raw.containsKey(key(parameter)))
                        .map(parameter ->
                                parameter.name()
                                        + "="
                                        + raw.getOrDefault(
                                                key(parameter), encoded(value(parameter))))
                        .collect(Collectors.joining("&"));
        return new RawHttp.Request(
                operation.method(),
                query.isEmpty() ? path : path + "?" + query,
                headers(raw, token),
                body == null ? null : bytes(body));
    }

    private List<String> headers(Map<String, String> raw, @Nullable String token) {
        var headers = new ArrayList<String>();
        if (token != null) {
            headers.add("Authorization: Bearer " + token);
        }
        if (mediaType != null) {
            headers.add("Content-Type: " + mediaType);
        }
        for (var parameter : operation.parametersIn("header")) {
            var value = raw.getOrDefault(key(parameter), values.get(key(parameter)));
            if (value != null) {
                headers.add(parameter.name() + ": " + value);
            }
        }
        return headers;
    }

    private String value(Parameter parameter) {
        return values.getOrDefault(key(parameter), "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Each byte of UTF-8 as a character, as [RawHttp] sends them.
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
