package org.tinkuy.registration.seats;

import java.util.List;
import java.util.UUID;
import org.tinkuy.registration.identity.AttendeeId;

/// A code came back, and the registrations that its challenge named do not say so yet.
///
/// @param challenge its code is good for one use
public record ConfirmationDue(UUID challenge, AttendeeId attendee, List<SessionId> sessions) {

    public ConfirmationDue {
        sessions = List.copyOf(sessions);
    }
}
