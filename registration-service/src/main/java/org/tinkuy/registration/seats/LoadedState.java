package org.tinkuy.registration.seats;

import java.util.List;
import java.util.Map;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Registration.Waitlisted;

/// What a batch of commands needs to know, read while the pools are locked.
///
/// @param sessions those whose pools the commands name, as far as they exist
/// @param pools those the commands name, as far as they exist
/// @param strangers who the addresses belong to
/// @param registrations those the commands are about
/// @param queues of each pool the first on its waiting list: at least as many as seats can become
///   free in the batch
/// @param ahead how many are before a waitlisted one of `registrations`
public record LoadedState(
        Map<SessionId, Session> sessions,
        Map<PoolId, Pool> pools,
        Map<EmailAddress, AttendeeId> strangers,
        List<Registration> registrations,
        List<Waitlisted> queues,
        Map<RegistrationId, Integer> ahead) {}
