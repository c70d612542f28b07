package org.tinkuy.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field of a request.
///
/// @param field its path as the caller spelled it, such as `sessionIds[1]`; empty: the whole input
/// @param code stable, for programs: `required`, `too-long`, `invalid-address` …
/// @param detail in English, for whoever reads the answer
/// @param value the piece that is wrong, such as the name of an unknown variable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String field, String code, String detail, @Nullable String value) {

    public FieldError {
        assert Vocabulary.CODES.contains(code) : code + " is not in the vocabulary";
    }

    public FieldError(String field, String code, String detail) {
        this(field, code, detail, null);
    }

    /// The same of a field of something larger.
    ///
    /// @param path of what the field belongs to
    public FieldError within(String path) {
        return new FieldError(path + "." + field, code, detail, value);
    }
}
