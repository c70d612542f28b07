package org.tinkuy.registration.seats;

import java.util.Collection;
import java.util.List;

/// What a batch of commands comes to.
///
/// @param registrations the last state of each that changed
/// @param pools those whose counters changed
/// @param events in the order in which they became true
/// @param outcomes one per command, in the order of the commands
public record Decision(
        Collection<Registration> registrations,
        Collection<Pool> pools,
        List<RegistrationEvent> events,
        List<Outcome> outcomes) {}
