package org.tinkuy.site.organiser;

import org.tinkuy.site.page.NotForYou;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.token.Caller;

/// Who may open organisers' pages. The services decide again about everything that is asked of
/// them.
final class Organisers {

    private Organisers() {}

    /// @throws SignInFirst if nobody is signed in
    /// @throws NotForYou if the visitor organises nothing
    static Caller caller(Visitor visitor) {
        var caller = visitor.caller();
        if (caller == null) {
            throw new SignInFirst();
        }
        if (!caller.organisesSomething()) {
            throw new NotForYou();
        }
        return caller;
    }
}
