package org.tinkuy.notification.newsletter;

/// There is nothing by that name, or nothing for this caller.
public final class NoSuchThing extends RuntimeException {

    public NoSuchThing() {
        super("nothing there, or not the caller's", null, false, false);
    }
}
