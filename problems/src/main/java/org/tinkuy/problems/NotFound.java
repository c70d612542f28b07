package org.tinkuy.problems;

/// There is nothing by that name, or nothing for this caller.
public final class NotFound extends Refusal {

    public NotFound() {
        super(Because.NOT_FOUND, "not-found", "There is nothing here.");
    }
}
