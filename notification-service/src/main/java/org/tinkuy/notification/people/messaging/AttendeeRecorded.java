package org.tinkuy.notification.people.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.Addressee;

/// What this service needs of `attendee-recorded`.
///
/// @param confirmedAt when a code that was mailed to the address came back first
record AttendeeRecorded(
        UUID id,
        String address,
        String name,
        String language,
        @Nullable ZoneId timeZone,
        @Nullable Instant confirmedAt) {

    AttendeeRecorded {
        requireNonNull(id, "id");
        requireNonNull(address, "address");
        requireNonNull(name, "name");
        requireNonNull(language, "language");
    }

    Addressee addressee() {
        return new Addressee(address, name, Language.orSpanish(language), timeZone);
    }
}
