package org.tinkuy.notification.notice;

import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionDetails;

/// A registration as a mail tells of it.
///
/// @param position on the waiting list
/// @param inCalendar whether it has an entry in the recipient's calendar, to be put there or taken
///   out
/// @param wasWaiting whether a cancelled one had waited for a seat
/// @param reason why it was cancelled, as the contract names it
/// @param revision how often the seat was given up or taken again
public record Place(
        RegistrationId id,
        Status status,
        @Nullable Integer position,
        boolean inCalendar,
        boolean wasWaiting,
        @Nullable String reason,
        SessionDetails session,
        int revision) {

    public enum Status {
        CONFIRMED,
        WAITLISTED,
        CANCELLED
    }
}
