package org.tinkuy.notification.reminder;

import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;

/// A seat, or a place on the waiting list, that ended because its session was cancelled.
public record LostSeat(
        RegistrationId registration,
        SessionId session,
        ProgrammeId programme,
        RecipientId recipient) {}
