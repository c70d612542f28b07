package org.tinkuy.notification.notice.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.staff.StaffInvitation;

/// What this service needs of `staff-invited`.
record StaffInvited(
        UUID invitationId,
        UUID programmeId,
        UUID invitedBy,
        String address,
        String language,
        String role,
        Instant expiresAt) {

    static final String TYPE = "staff-invited";

    StaffInvited {
        requireNonNull(invitationId, "invitationId");
        requireNonNull(programmeId, "programmeId");
        requireNonNull(invitedBy, "invitedBy");
        requireNonNull(address, "address");
        requireNonNull(language, "language");
        requireNonNull(role, "role");
        requireNonNull(expiresAt, "expiresAt");
    }

    StaffInvitation invitation(Instant invitedAt) {
        return new StaffInvitation(
                invitationId,
                new ProgrammeId(programmeId),
                new RecipientId(invitedBy),
                address,
                Language.orSpanish(language),
                role,
                invitedAt,
                expiresAt);
    }
}
