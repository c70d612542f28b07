package org.tinkuy.site.organiser.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.NotForYou;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.token.Caller;

/// Who may sit at the desk, and where it is. session-service decides again about everything.
final class Desk {

    static final String PATH = "/organiser/desk";

    private Desk() {}

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

    /// Only the organisation's owner begins programmes.
    ///
    /// @throws NotForYou if the visitor is somebody else
    static void requireOwner(Visitor visitor) {
        if (!caller(visitor).ownsOrganisation()) {
            throw new NotForYou();
        }
    }

    /// @throws NoSuchPage if it is no id
    /// @throws NotForYou if the visitor does not organise it
    static UUID programme(String id, Visitor visitor) {
        var caller = caller(visitor);
        var programme = id(id);
        if (!caller.mayOrganise(programme)) {
            throw new NotForYou();
        }
        return programme;
    }

    /// @throws NoSuchPage if it is none
    static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
    }

    static String path(UUID programme) {
        return PATH + "/" + programme;
    }

    static Rendering.Builder<?> page(String view, Visitor visitor) {
        return Rendering.view(view)
                .header("Cache-Control", "no-store")
                .modelAttribute("in", InWords.of(visitor));
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
