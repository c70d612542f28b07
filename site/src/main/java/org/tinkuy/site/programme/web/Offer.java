package org.tinkuy.site.programme.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.calendar.WebCalendars;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.programme.web.Registrations.Own;
import org.tinkuy.site.programme.web.Registrations.Seats;

/// A session as the form offers it.
///
/// @param seats `null`: not known now
/// @param own the visitor's own registration; `null`: none, or not known
/// @param held this browser asked for it, and its place waits for the code
/// @param calendars `null`: there is nothing to put into one
public record Offer(
        LocatedSession at,
        boolean open,
        boolean on,
        boolean over,
        @Nullable Seats seats,
        @Nullable Own own,
        boolean held,
        @Nullable WebCalendars calendars) {

    /// To be looked at only.
    static Offer shown(LocatedSession at, Instant now) {
        var session = at.session();
        return new Offer(
                at, false, session.isOn(now), session.isOver(now), null, null, false, null);
    }

    public Session session() {
        return at.session();
    }

    public boolean isChoosable() {
        return open && own == null;
    }

    /// Nobody is told "full" because of the seat that is held for themselves, or once they wait.
    public @Nullable Integer seatsLeft() {
        return !open || held || own != null || seats == null ? null : seats.left();
    }

    public boolean isFull() {
        var left = seatsLeft();
        return left != null && left <= 0;
    }
}
