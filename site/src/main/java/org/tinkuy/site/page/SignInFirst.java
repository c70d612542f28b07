package org.tinkuy.site.page;

/// The page is about a person, and nobody is signed in.
public final class SignInFirst extends RuntimeException {

    public SignInFirst() {
        super("sign in first", null, false, false);
    }
}
