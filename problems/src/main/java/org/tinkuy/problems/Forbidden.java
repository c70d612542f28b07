package org.tinkuy.problems;

/// The caller's roles do not allow it.
public final class Forbidden extends Refusal {

    public Forbidden() {
        super(Because.NOT_ALLOWED, "forbidden", "Your roles do not allow this.");
    }
}
