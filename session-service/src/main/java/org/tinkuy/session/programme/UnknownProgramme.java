package org.tinkuy.session.programme;

/// There is no such programme.
public final class UnknownProgramme extends RuntimeException {

    public UnknownProgramme() {
        super("no such programme");
    }
}
