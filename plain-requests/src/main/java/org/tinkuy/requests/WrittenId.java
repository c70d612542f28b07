package org.tinkuy.requests;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;

/// An id as it is written everywhere: 36 characters (RFC 9562, 4). Java alone would also take
/// `1-1-1-1-1`, and Spring would take an empty one for none.
public final class WrittenId {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private WrittenId() {}

    /// @throws IllegalArgumentException if it is none
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }

    /// The same for parameters of handlers.
    static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(parse(text));
        }
    }
}
