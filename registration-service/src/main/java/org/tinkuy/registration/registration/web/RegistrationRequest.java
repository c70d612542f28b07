package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.SessionId;

/// @param address whoever is signed in may leave it out
/// @param language `es`, `en`, `qu` or `fr`
/// @param timeZone an IANA name
record RegistrationRequest(
        @Nullable String address,
        @Nullable String name,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable List<@Nullable String> sessionIds) {

    private static final int MOST_SESSIONS = 20;

    /// @param stranger `null`: somebody who is signed in
    /// @param address and name: what a signed-in attendee says of who is registered
    record Checked(
            Registrant.@Nullable Stranger stranger,
            @Nullable EmailAddress address,
            @Nullable String name,
            List<SessionId> sessions) {}

    /// @throws org.tinkuy.problems.InvalidInput that names every field that is wrong
    Checked checkedForStranger() {
        var fields = new PersonalFields();
        var address = fields.address("address", this.address);
        var name = fields.name("name", this.name);
        var language = fields.language("language", this.language);
        var timeZone = fields.timeZone("timeZone", this.timeZone);
        var sessions = sessions(fields);
        fields.refuseIfAny();
        var stranger = stranger(address, name, language, timeZone);
        return new Checked(stranger, stranger.address(), stranger.name(), sessions);
    }

    private static Registrant.Stranger stranger(
            @Nullable EmailAddress address,
            @Nullable String name,
            @Nullable String language,
            @Nullable ZoneId timeZone) {
        return new Registrant.Stranger(
                requireNonNull(address), requireNonNull(name), requireNonNull(language), timeZone);
    }

    /// @throws org.tinkuy.problems.InvalidInput that names every field that is wrong
    Checked checkedForCaller() {
        var fields = new PersonalFields();
        var address = this.address == null ? null : fields.address("address", this.address);
        var name = this.name == null ? null : fields.name("name", this.name);
        if (language != null) {
            var _ = fields.language("language", language);
        }
        var _ = fields.timeZone("timeZone", timeZone);
        var sessions = sessions(fields);
        fields.refuseIfAny();
        return new Checked(null, address, name, sessions);
    }

    private List<SessionId> sessions(PersonalFields fields) {
        if (sessionIds == null || sessionIds.isEmpty()) {
            fields.wrong("sessionIds", "required", "Name at least one session.");
            return List.of();
        }
        if (sessionIds.size() > MOST_SESSIONS) {
            fields.wrong("sessionIds", "too-many", "At most " + MOST_SESSIONS + " at a time.");
            return List.of();
        }
        var sessions = new ArrayList<SessionId>();
        var seen = new HashSet<SessionId>();
        for (var index = 0; index < sessionIds.size(); index++) {
            var field = "sessionIds[" + index + "]";
            var text = sessionIds.get(index);
            var id = fields.id(field, text);
            if (text == null) {
                fields.wrong(field, "required", "Give a value.");
            } else if (id != null && seen.add(new SessionId(id))) {
                sessions.add(new SessionId(id));
            }
        }
        return sessions;
    }
}
