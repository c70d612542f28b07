package org.tinkuy.endtoend;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an organiser does through the JSON API, signed in by a mailed code like everybody else:
/// once for all tests, because an address is mailed ten codes an hour.
public final class OrganiserApi {

    /// As long as a consumer that was killed may keep its successor waiting, with much to spare.
    private static final Duration SEATS_OFFERED_WITHIN = Duration.ofMinutes(1);

    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    private final JsonCalls calls;
    private final MailedCodes codes;
    private @Nullable String token;

    /// @param token of a device that is signed in; `null`: none is yet
    OrganiserApi(JsonCalls calls, MailedCodes codes, @Nullable String token) {
        this.calls = calls;
        this.codes = codes;
        this.token = token;
    }

    @Nullable String tokenIfSignedIn() {
        return token;
    }

    public OrganiserApi signIn() {
        token();
        return this;
    }

    /// What an organiser's program shows.
    public String token() {
        if (token == null) {
            token = codes.tokenOf(TinkuySystem.ORGANISER);
        }
        return token;
    }

    public JsonNode programme(String slug) {
        return send("GET", "/api/programmes/" + slug, null);
    }

    String scheduleWorkshop(String title, String date, int seats) {
        return scheduleWorkshop(title, LocalDateTime.parse(date + "T10:00"), seats);
    }

    /// Schedules a workshop of two hours with that many seats in the demonstration programme; gives
    /// its id as soon as people can register for it.
    ///
    /// @param starts in Lima, on the minute
    String scheduleWorkshop(String title, LocalDateTime starts, int seats) {
        return scheduleWorkshop(title, starts.atZone(LIMA), seats);
    }

    /// The same anywhere.
    public String scheduleWorkshop(String title, ZonedDateTime starts, int seats) {
        var session = schedule(title, starts, seats);
        Await.until(
                "seats to be offered",
                SEATS_OFFERED_WITHIN,
                () -> !send("GET", "/api/seats?sessionId=" + session, null).isEmpty());
        return session;
    }

    private String schedule(String title, ZonedDateTime starts, int seats) {
        return send(
                        "POST",
                        "/api/programmes/"
                                + programme("demonstration").path("id").asString()
                                + "/sessions",
                        Map.of(
                                "kind",
                                "workshop",
                                "title",
                                Map.of("en", title, "es", title),
                                "date",
                                starts.toLocalDate().toString(),
                                "starts",
                                starts.toLocalTime().toString(),
                                "ends",
                                starts.toLocalTime().plusHours(2).toString(),
                                "timeZone",
                                starts.getZone().getId(),
                                "capacity",
                                seats))
                .path("id")
                .asString();
    }

    JsonNode session(String id) {
        return send("GET", "/api/sessions/" + id, null);
    }

    JsonNode sessionsOf(String programme) {
        return send("GET", "/api/programmes/" + programme + "/sessions", null);
    }

    JsonNode registrationsOf(String sessionId) {
        return send("GET", "/api/registrations?limit=200&sessionId=" + sessionId, null)
                .path("items");
    }

    public JsonNode send(String method, String path, @Nullable Object body) {
        return calls.send(method, path, body, token);
    }
}
