package org.tinkuy.session.programme;

/// Values that are right one by one and cannot be true together.
public final class Impossible extends IllegalArgumentException {

    private final String field;

    /// @param field the one that a person would mend
    public Impossible(String field, String reason) {
        super(reason);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
