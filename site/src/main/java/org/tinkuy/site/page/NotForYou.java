package org.tinkuy.site.page;

/// The visitor is signed in, but has no role that opens this page.
public final class NotForYou extends RuntimeException {

    public NotForYou() {
        super("no role for this page", null, false, false);
    }
}
