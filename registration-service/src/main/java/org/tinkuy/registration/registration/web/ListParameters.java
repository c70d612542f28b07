package org.tinkuy.registration.registration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.PlainText;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.registration.RegistrationLists.Filter;
import org.tinkuy.registration.registration.RegistrationLists.Page;
import org.tinkuy.registration.seats.EventId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;

/// Which list is asked for.
record ListParameters(
        @Nullable String programmeId,
        @Nullable String eventId,
        @Nullable String sessionId,
        @Nullable String status,
        @Nullable String search) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;
    private static final List<String> STATUSES =
            List.of("pending", "confirmed", "waitlisted", "lapsed", "cancelled");

    /// @throws org.tinkuy.problems.InvalidInput that names every parameter that is wrong
    Filter checked() {
        var fields = new PersonalFields();
        var filter = filter(fields);
        fields.refuseIfAny();
        return filter;
    }

    /// Which part of it.
    ///
    /// @throws org.tinkuy.problems.InvalidInput that names every parameter that is wrong
    Page page(@Nullable String after, @Nullable String limit) {
        var fields = new PersonalFields();
        var filter = filter(fields);
        var last = fields.id("after", after);
        var most = fields.limit("limit", limit, USUAL, MOST);
        fields.refuseIfAny();
        return new Page(filter, last == null ? null : new RegistrationId(last), most);
    }

    private Filter filter(PersonalFields fields) {
        var programme = fields.id("programmeId", programmeId);
        var event = fields.id("eventId", eventId);
        var session = fields.id("sessionId", sessionId);
        var standing = fields.word("status", status, STATUSES);
        if (search != null && PlainText.showsNothing(search)) {
            fields.wrong("search", "required", "Give a value.");
        }
        var searched = search == null ? null : fields.line("search", search, LONGEST_SEARCH);
        return new Filter(
                programme == null ? null : new ProgrammeId(programme),
                event == null ? null : new EventId(event),
                session == null ? null : new SessionId(session),
                standing,
                searched == null ? List.of() : PersonKey.words(searched));
    }
}
