package org.tinkuy.registration.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.token.Role;

/// What somebody may do in a programme was, or is to be, another.
///
/// @param about whose role it is
/// @param before `null`: they had none
/// @param after `null`: they have none
public record StaffChange(
        UUID id,
        UUID programme,
        Instant at,
        AttendeeId by,
        What what,
        EmailAddress about,
        @Nullable Role before,
        @Nullable Role after) {

    public enum What {
        INVITED,
        WITHDRAWN,
        ACCEPTED,
        CHANGED,
        TAKEN_AWAY,
        LEFT
    }
}
