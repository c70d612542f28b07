package org.tinkuy.problems;

import org.jspecify.annotations.Nullable;

/// The body of the request is larger than what is read here.
public final class BodyTooLarge extends Refusal {

    static final String NAME = "body-too-large";
    static final String TITLE = "The body is larger than is taken here.";

    public BodyTooLarge() {
        this(null);
    }

    /// @param detail how large it may be
    public BodyTooLarge(@Nullable String detail) {
        super(Because.TOO_LARGE, NAME, TITLE, detail);
    }
}
