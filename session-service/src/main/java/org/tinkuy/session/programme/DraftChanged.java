package org.tinkuy.session.programme;

/// Somebody else changed the draft since the organiser read it.
public final class DraftChanged extends RuntimeException {

    public DraftChanged() {
        super("the draft was changed meanwhile");
    }
}
