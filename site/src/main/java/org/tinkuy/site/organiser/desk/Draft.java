package org.tinkuy.site.organiser.desk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What session-service answers of a programme, an event or a session, whole: it is sent back with
/// what no form shows, and what only a newer version of the service knows.
public record Draft(Map<String, @Nullable Object> stated) {

    static final long NOT_BEGUN = 0;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Draft {}

    @JsonValue
    @Override
    public Map<String, @Nullable Object> stated() {
        return stated;
    }

    static Draft begun(Map<String, ? extends @Nullable Object> stated) {
        return new Draft(new LinkedHashMap<>(stated));
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    long version() {
        return stated.get("version") instanceof Number number ? number.longValue() : NOT_BEGUN;
    }

    /// @param path such as `policy.plenary.starts`
    @Nullable Object at(String path) {
        Object found = stated;
        for (var name : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }

    /// Empty where it is not stated.
    public String text(String path) {
        var found = at(path);
        return found == null ? "" : found.toString();
    }

    public boolean states(String path) {
        return !text(path).isBlank();
    }

    /// By language; empty where none is stated.
    public Map<String, String> texts(String path) {
        var texts = new LinkedHashMap<String, String>();
        if (at(path) instanceof Map<?, ?> map) {
            map.forEach((language, words) ->
                    texts.put(String.valueOf(language), String.valueOf(words)));
        }
        return texts;
    }

    /// Of a speaker: role and institution, as far as they are stated.
    public List<String> about() {
        return Stream.of("role", "institution").filter(this::states).map(this::text).toList();
    }

    List<String> lines(String path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// `null`: none is stated.
    public @Nullable LocalDate date(String path) {
        try {
            return states(path) ? LocalDate.parse(text(path)) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// `null`: none is stated.
    public @Nullable LocalTime time(String path) {
        try {
            return states(path) ? LocalTime.parse(text(path)) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// With something else there, or nothing: `null`.
    Draft with(String path, @Nullable Object value) {
        return new Draft(changed(stated, path, value));
    }

    Draft without(String name) {
        var rest = new LinkedHashMap<String, @Nullable Object>(stated);
        rest.remove(name);
        return new Draft(rest);
    }

    private static Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> stated, String path, @Nullable Object value) {
        var changed = new LinkedHashMap<String, @Nullable Object>(stated);
        var point = path.indexOf('.');
        if (point < 0) {
            changed.put(path, value);
        } else {
            var name = path.substring(0, point);
            changed.put(name, changed(inner(stated.get(name)), path.substring(point + 1), value));
        }
        return changed;
    }

    private static Map<String, @Nullable Object> inner(@Nullable Object value) {
        var inner = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, its) -> inner.put(String.valueOf(name), its));
        }
        return inner;
    }
}
