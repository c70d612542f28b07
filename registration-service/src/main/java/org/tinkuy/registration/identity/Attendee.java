package org.tinkuy.registration.identity;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// A person known by an e-mail address.
///
/// @param name what the person wants to be called; empty until a registration gave one
/// @param language one of the site's languages, as a BCP 47 tag (`es`, `en`, `qu`)
/// @param confirmedAt when a code mailed to the address came back; `null` until then
/// @param version counts the recorded states; the sequence of `attendee-recorded`
public record Attendee(
        AttendeeId id,
        EmailAddress address,
        String name,
        String language,
        @Nullable ZoneId timeZone,
        @Nullable Instant confirmedAt,
        long version) {}
