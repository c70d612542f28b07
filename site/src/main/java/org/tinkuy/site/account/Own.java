package org.tinkuy.site.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.account.OwnRegistrations.Registration;
import org.tinkuy.site.calendar.WebCalendars;
import org.tinkuy.site.programme.LocatedSession;

/// A registration of the visitor's, or of somebody who shares their address.
///
/// @param at `null`: the session is not published any more
/// @param calendars `null`: there is nothing to put into one
public record Own(
        Registration registration,
        @Nullable LocatedSession at,
        boolean on,
        boolean over,
        @Nullable WebCalendars calendars) {

    private static final Set<String> GONE = Set.of("cancelled", "lapsed");

    /// Cancelled, or never confirmed.
    boolean isGone() {
        return GONE.contains(registration.status());
    }

    public boolean mayCancel() {
        return !isGone() && !over;
    }

    boolean isLimited() {
        return at != null && at.session().capacity() != null;
    }

    @Nullable Instant begins() {
        return at == null ? null : at.session().beginsFrom();
    }
}
