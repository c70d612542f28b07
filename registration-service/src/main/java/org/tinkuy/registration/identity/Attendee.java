package org.tinkuy.registration.identity;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// A person known by an e-mail address and a name. Several may share an address; who reads its mail
/// acts for all of them.
///
/// @param name what the person wants to be called; empty until a registration gave one
/// @param language as a BCP 47 tag, one of those of `Language`
/// @param confirmedAt when a code came back that had been mailed to the address, for this person or
///   for who added them; `null` until then
/// @param preferencesSetAt when the person last set their language or time zone, also to what it
///   was already: what they read follows; `null`: never
/// @param version counts the states; the sequence of `attendee-recorded`
public record Attendee(
        AttendeeId id,
        EmailAddress address,
        String name,
        String language,
        @Nullable ZoneId timeZone,
        @Nullable Instant confirmedAt,
        @Nullable Instant preferencesSetAt,
        long version) {

    public PersonKey key() {
        return PersonKey.of(address, name);
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }
}
