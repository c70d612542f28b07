package org.tinkuy.registration.seats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the caller of a command is told.
public sealed interface Outcome {

    /// Told to somebody whose address is not confirmed: what a person who was never here is told,
    /// so that the answer says nothing about the owner of the address.
    record Offered(List<Offer> offers) implements Outcome {}

    /// How the registrations that were asked about stand now.
    record Decided(List<Standing> standings) implements Outcome {}

    record Rejected(Rejection rejection) implements Outcome {}

    record Offer(SessionId session, PendingSeat seat) {}

    /// @param position on the waiting list, from 1; `null` unless waitlisted
    record Standing(Registration registration, @Nullable Integer position) {}
}
