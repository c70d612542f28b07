package org.tinkuy.site.visitor;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.token.Caller;
import org.tinkuy.token.CallerAuthentication;

/// @param timeZone `null` until the browser told it or the visitor chose one
/// @param authentication `null`: not signed in
public record Visitor(
        Language language,
        @Nullable ZoneId timeZone,
        @Nullable CallerAuthentication authentication) {

    /// For what is done in the name of somebody else.
    public Visitor asStranger() {
        return new Visitor(language, timeZone, null);
    }

    public boolean isSignedIn() {
        return authentication != null;
    }

    public @Nullable Caller caller() {
        return authentication == null ? null : authentication.getPrincipal();
    }

    public boolean isOrganiser() {
        var caller = caller();
        return caller != null && caller.organisesSomething();
    }

    /// The page of whoever organises or only writes newsletters; `null` for everybody else.
    public @Nullable String workplace() {
        var caller = caller();
        if (caller == null || !caller.editsSomething()) {
            return null;
        }
        return isOrganiser() ? "/organiser" : "/organiser/campaigns";
    }

    /// The token to pass on to another service.
    public @Nullable String token() {
        return authentication == null ? null : authentication.getCredentials();
    }
}
