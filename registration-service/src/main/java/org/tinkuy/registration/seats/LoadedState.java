package org.tinkuy.registration.seats;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;

/// What a batch of commands needs to know, read while the pools are locked.
///
/// @param sessions those whose pools the commands name, as far as they exist
/// @param pools those the commands name, as far as they exist
/// @param strangers who they are
/// @param registrations those the commands are about
/// @param queues of each pool the first on its waiting list: at least as many as seats can become
///   free in the batch
/// @param holds how many seats are held by each of those who ask; absent: none
/// @param ahead how many are before a waitlisted one of `registrations`
/// @param repeated what was asked for in the name of those who have the place already: all that
///   would hold a seat now, and what was asked for in the name of whoever is named
/// @param unmailed requests of strangers that no code was mailed for
public record LoadedState(
        Map<SessionId, Session> sessions,
        Map<PoolId, Pool> pools,
        Map<PersonKey, AttendeeId> strangers,
        List<Registration> registrations,
        List<Waitlisted> queues,
        Map<BatchNeeds.Holder, Integer> holds,
        Map<RegistrationId, Integer> ahead,
        List<Pending> repeated,
        Set<Command.Register> unmailed) {}
