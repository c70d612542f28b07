package org.tinkuy.registration.seats;

import java.util.Collection;
import java.util.List;
import org.tinkuy.registration.seats.Registration.Pending;

/// What a batch of commands comes to.
///
/// @param registrations the last state of each that changed
/// @param pools those whose counters changed
/// @param repeated requests in the name of those who have the place already
/// @param events in the order in which they became true
/// @param effective the commands that changed something, in their order
/// @param outcomes one per command, in the order of the commands
public record Decision(
        Collection<Registration> registrations,
        Collection<Pool> pools,
        List<Pending> repeated,
        List<RegistrationEvent> events,
        List<Command> effective,
        List<Outcome> outcomes) {}
