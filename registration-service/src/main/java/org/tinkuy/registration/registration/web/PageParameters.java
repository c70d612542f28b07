package org.tinkuy.registration.registration.web;

import java.util.List;
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
    private static final List<String> STATUSES =
            List.of("pending", "confirmed", "waitlisted", "lapsed", "cancelled");

    /// @throws org.tinkuy.problems.InvalidInput that names every parameter that is wrong
    Page checked() {
        var fields = new PersonalFields();
        var programme = fields.id("programmeId", programmeId);
        var session = fields.id("sessionId", sessionId);
        var last = fields.id("after", after);
        if (status != null && !STATUSES.contains(status)) {
            fields.wrong("status", "invalid-value", "One of " + STATUSES + ".");
        }
        var most = fields.limit("limit", limit, USUAL, MOST);
        fields.refuseIfAny();
        return new Page(
                programme == null ? null : new ProgrammeId(programme),
                session == null ? null : new SessionId(session),
                status,
                last == null ? null : new RegistrationId(last),
                most);
    }
}
