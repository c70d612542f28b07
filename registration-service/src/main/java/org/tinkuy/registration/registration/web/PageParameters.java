package org.tinkuy.registration.registration.web;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.registration.RegistrationLists.Page;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;

/// Which part of which list is asked for.
record PageParameters(
        @Nullable String programmeId,
        @Nullable String sessionId,
        @Nullable String status,
        @Nullable String after,
        @Nullable String limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Set<String> STATUSES =
            Set.of("pending", "confirmed", "waitlisted", "lapsed", "cancelled");

    /// @throws org.tinkuy.problems.InvalidInput that names every parameter that is wrong
    Page checked() {
        var fields = new PersonalFields();
        var programme = id(fields, "programmeId", programmeId, ProgrammeId::new);
        var session = id(fields, "sessionId", sessionId, SessionId::new);
        var last = id(fields, "after", after, RegistrationId::new);
        if (status != null && !STATUSES.contains(status)) {
            fields.wrong("status", "unknown-status", "One of " + STATUSES + ".");
        }
        var most = limit(fields);
        fields.refuseIfAny();
        return new Page(programme, session, status, last, most);
    }

    private static <T> @Nullable T id(
            PersonalFields fields, String field, @Nullable String text, Function<UUID, T> of) {
        try {
            return text == null || text.isBlank() ? null : of.apply(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            fields.wrong(field, "invalid-id", "Not an id.");
            return null;
        }
    }

    private int limit(PersonalFields fields) {
        try {
            var wanted = limit == null || limit.isBlank() ? USUAL : Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        fields.wrong("limit", "out-of-range", "From 1 to " + MOST + ".");
        return USUAL;
    }
}
