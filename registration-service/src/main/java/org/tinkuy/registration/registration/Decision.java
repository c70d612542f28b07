package org.tinkuy.registration.registration;

import java.util.Collection;
import java.util.List;

/// What a batch of commands comes to.
///
/// @param registrations the last state of each that changed
/// @param sessions those whose counters changed
/// @param events in the order in which they became true
/// @param outcomes one per command, in the order of the commands
public record Decision(
        Collection<Registration> registrations,
        Collection<Session> sessions,
        List<RegistrationEvent> events,
        List<Outcome> outcomes) {}
