package org.tinkuy.session.programme;

/// The programme has nothing of that kind with that id.
public final class UnknownDraft extends RuntimeException {

    public UnknownDraft() {
        super("the programme has no such part");
    }
}
