package org.tinkuy.notification.delivery;

import org.jspecify.annotations.Nullable;

/// A registration as a mail tells of it.
///
/// @param position on the waiting list
/// @param inCalendar whether the recipient has been sent a calendar entry for it
/// @param reason why it was cancelled, as the contract names it
public record Place(
        RegistrationId id,
        Status status,
        @Nullable Integer position,
        boolean inCalendar,
        @Nullable String reason,
        SessionDetails session) {

    public enum Status {
        CONFIRMED,
        WAITLISTED,
        CANCELLED
    }
}
