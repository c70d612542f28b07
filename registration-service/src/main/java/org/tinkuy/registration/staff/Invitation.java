package org.tinkuy.registration.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.token.Role;

/// Somebody is asked to work on a programme, until they accept, an owner withdraws it, or it ends.
///
/// @param address whose mail has to be read to accept it
/// @param language of the mail, as a BCP 47 tag
public record Invitation(
        UUID id,
        UUID programme,
        EmailAddress address,
        Role role,
        String language,
        AttendeeId by,
        Instant at,
        Instant endsAt) {

    /// Long enough for somebody who is away for a weekend.
    public static final Duration LIFE = Duration.ofDays(7);

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
