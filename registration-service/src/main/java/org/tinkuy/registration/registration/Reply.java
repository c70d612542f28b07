package org.tinkuy.registration.registration;

import java.util.List;
import org.tinkuy.registration.seats.Outcome;
import org.tinkuy.registration.seats.Rejection;

/// What becomes of a command that was submitted.
public sealed interface Reply {

    record Registered(RegistrationAnswer answer) implements Reply {}

    /// What a code confirmed.
    record Admitted(List<Outcome.Settled> places) implements Reply {}

    record Decided(List<Outcome.Standing> standings) implements Reply {}

    record Rejected(Rejection rejection) implements Reply {}
}
