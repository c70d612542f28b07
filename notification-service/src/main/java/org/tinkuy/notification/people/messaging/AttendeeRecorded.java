package org.tinkuy.notification.people.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Recipients;

/// What this service needs of `attendee-recorded`.
///
/// @param confirmedAt when a code that was mailed to the address came back first
/// @param preferencesSetAt when the person last set their language or time zone; absent: never
record AttendeeRecorded(
        UUID id,
        String address,
        String name,
        String language,
        @Nullable ZoneId timeZone,
        @Nullable Instant confirmedAt,
        @Nullable Instant preferencesSetAt) {

    AttendeeRecorded {
        requireNonNull(id, "id");
        requireNonNull(address, "address");
        requireNonNull(name, "name");
        requireNonNull(language, "language");
    }

    Recipients.Recorded recorded() {
        return new Recipients.Recorded(
                new Addressee(address, name, Language.orSpanish(language), timeZone),
                preferencesSetAt);
    }
}
