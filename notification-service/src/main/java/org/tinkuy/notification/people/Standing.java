package org.tinkuy.notification.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a registration stands, as far as its person is told.
///
/// @param decidedAt when the seat was confirmed, or the place on the waiting list given; a row of
///   an older version of this service may lack it
public record Standing(Registrations.Status status, @Nullable Instant decidedAt) {

    /// Whether the person is told of it. Who never had a place of their own hears nothing of its
    /// end: nobody has shown that the address is theirs, or a mail would have told of the place.
    ///
    /// @param before `null`: nothing was known of it
    public boolean isNewsAfter(@Nullable Standing before, RegistrationChange.What what) {
        if (before == null) {
            return !(what instanceof RegistrationChange.What.Cancelled cancelled)
                    || cancelled.wasConfirmed();
        }
        return status != before.status
                || (before.decidedAt != null && !before.decidedAt.equals(decidedAt));
    }
}
