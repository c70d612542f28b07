package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the caller of a command is told.
public sealed interface Outcome {

    /// Told to somebody whose address is not confirmed: what a person who was never here is told,
    /// so that the answer says nothing about the owner of the address.
    record Offered(List<Offer> offers) implements Outcome {}

    /// What became of the places that somebody with a confirmed address asked for.
    record Admitted(List<Settled> places) implements Outcome {}

    /// How the registrations that were asked about stand now.
    record Decided(List<Standing> standings) implements Outcome {}

    record Rejected(Rejection rejection) implements Outcome {}

    /// @param heldUntil `null` unless a seat is held
    record Offer(SessionId session, PendingSeat seat, @Nullable Instant heldUntil) {}

    /// @param before the attendee had the place already
    /// @param holdLapsed a seat had been held, and the hold was over
    record Settled(Standing standing, boolean before, boolean holdLapsed) {}

    /// @param position on the waiting list, from 1; `null` unless waitlisted
    record Standing(Registration registration, @Nullable Integer position) {}
}
