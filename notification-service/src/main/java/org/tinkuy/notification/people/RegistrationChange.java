package org.tinkuy.notification.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a registration.
///
/// @param together the registrations that the same act decided, this one included
public record RegistrationChange(
        RegistrationId id,
        SessionId session,
        ProgrammeId programme,
        RecipientId recipient,
        What what,
        List<RegistrationId> together) {

    public RegistrationChange {
        together = List.copyOf(together);
    }

    public sealed interface What {

        /// Of a registration that was not known before: a seat that is told of only when it was
        /// given up is in a calendar already.
        default int firstRevision() {
            return this instanceof Cancelled cancelled && cancelled.wasConfirmed() ? 1 : 0;
        }

        record Confirmed(Instant at) implements What {}

        record Waitlisted(Instant at, @Nullable Integer position) implements What {}

        record Promoted(Instant at) implements What {}

        /// @param before what the person had, and was told of
        record Cancelled(Instant at, String reason, Before before) implements What {

            boolean wasConfirmed() {
                return before == Before.SEAT;
            }
        }

        enum Before {
            SEAT,
            WAITING_LIST,
            /// Nobody had proved the address for it.
            REQUEST
        }
    }
}
