package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;

/// Somebody who is wanted at two places at once, found before anybody is told of it.
@RunningService
class SpeakerConflictsIT {

    @Autowired private WebTestClient http;

    private final String address = UUID.randomUUID() + "@example.org";
    private final UUID ana = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private OrganiserClient client;

    @BeforeEach
    void write() {
        client = programme(", \"travelMinutes\": 180");
        speaker(client, ana);
        session(client, first, 0, "18:00", "Abancay", ana);
        session(client, second, 0, "21:30", "Andahuaylas", ana);
    }

    @Test
    void asksForAReasonWhereSomebodyHasNoTimeToTravel() {
        var objection = objections(client).getFirst();

        assertThat(objection.get("code").asString()).isEqualTo("speaker-elsewhere");
        assertThat(objection.get("answer").asString()).isEqualTo("reason");
        assertThat(objection.at("/speakerIds/0").asString()).isEqualTo(ana.toString());
        assertThat(publish(client, "").problem()).isEqualTo("changes-refused");

        var reasons =
                """
                , "override": {"%s": {"speaker-elsewhere": "She flies."}, "%s": "By helicopter."}
                """
                        .formatted(first, second);
        assertThat(publish(client, reasons).status()).isEqualTo(200);
        assertThat(client.get("/api/sessions/" + first + "/changes").body().toString())
                .contains("\"speaker-elsewhere\":\"She flies.\"");
    }

    @Test
    void asksNothingWhereThereIsTimeOrNobodyTravels() {
        session(client, second, 1, "23:00", "Andahuaylas", ana);
        assertThat(objections(client)).isEmpty();

        session(client, second, 2, "21:30", "Abancay", ana);
        assertThat(objections(client)).isEmpty();
    }

    @Test
    void findsWhoIsWantedInAnotherProgrammeThatIsPublished() {
        session(client, second, 1, "23:00", "Andahuaylas", ana);
        var other = programme("");
        var there = UUID.randomUUID();
        var taken = UUID.randomUUID();
        speaker(other, there);
        session(other, taken, 0, "19:00", null, there);
        assertThat(objections(client)).as("a draft of others is theirs").isEmpty();
        assertThat(publish(other, "").status()).isEqualTo(200);

        var objection = objections(client).getFirst();

        assertThat(objection.at("/sessionIds/0").asString()).isEqualTo(taken.toString());
        assertThat(objection.at("/speakerIds/0").asString()).isEqualTo(ana.toString());
        assertThat(publish(client, "").body().at("/errors/0/field").asString())
                .isEqualTo(first + ".date");
    }

    @Test
    void findsNobodyWhoSaidNoThere() {
        session(client, second, 1, "23:00", "Andahuaylas", ana);
        var other = programme("");
        var there = UUID.randomUUID();
        speaker(other, there);
        session(other, UUID.randomUUID(), 0, "19:00", null, there);
        assertThat(publish(other, "").status()).isEqualTo(200);
        assertThat(objections(client)).isNotEmpty();

        sayNo(other, there);

        assertThat(objections(client)).isEmpty();
    }

    private static void sayNo(OrganiserClient of, UUID speaker) {
        var invitation =
                of.send(
                        HttpMethod.POST,
                        "/api/programmes/"
                                + of.programme()
                                + "/draft/speakers/"
                                + speaker
                                + "/invitation",
                        null,
                        Callers.organiserOf(of.programme()));
        var answered =
                of.send(
                        HttpMethod.POST,
                        "/api/speaker-invitations",
                        """
                        {"token": "%s", "version": 1, "name": "Ana Quispe", "agrees": false}
                        """
                                .formatted(invitation.body().get("token").asString()),
                        null);
        assertThat(answered.status()).isEqualTo(200);
    }

    @Test
    void holdsAMoveAndASpeakerWhoComesLaterAgainstTheSameRule() {
        session(client, second, 1, "23:30", "Andahuaylas", null);
        publish(client, "");

        session(client, second, 2, "19:30", "Andahuaylas", null);
        assertThat(objections(client)).isEmpty();
        session(client, second, 3, "23:30", "Andahuaylas", ana);
        assertThat(publish(client, "").status()).isEqualTo(200);
        var refused =
                client.put(
                        "/api/sessions/" + second + "/schedule",
                        """
                        {"version": 2, "date": "2027-05-26", "starts": "19:00", "place": "Andahuaylas"}
                        """);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("speaker-elsewhere");
        assertThat(refused.body().at("/speakerIds/0").asString()).isEqualTo(ana.toString());
        assertThat(refused.body().at("/sessionIds/0").asString()).isEqualTo(first.toString());
    }

    /// Whoever reads a session of another month fails.
    @Test
    void readsOfAllSessionsThoseAloneThatCouldBeInTheWay(@Autowired DatabaseClient database) {
        session(client, second, 1, "23:30", "Andahuaylas", ana);
        assertThat(publish(client, "").status()).isEqualTo(200);
        assertThat(schedule("2027-08-01", "12:00").status()).isEqualTo(201);
        titleInAugust(database, "5");
        try {
            var moved =
                    client.put(
                            "/api/sessions/" + second + "/schedule",
                            """
                            {"version": 1, "date": "2027-05-26", "starts": "19:00", "place": "Andahuaylas"}
                            """);
            session(client, second, 2, "19:00", "Andahuaylas", ana);
            var published =
                    client.post("/api/sessions/" + second + "/publication", "{\"version\": 3}");

            assertThat(moved.problem()).isEqualTo("speaker-elsewhere");
            assertThat(published.problem()).isEqualTo("speaker-elsewhere");
            assertThat(schedule("2027-05-26", "19:00").problem()).isEqualTo("speaker-elsewhere");
        } finally {
            titleInAugust(database, null);
        }
    }

    private OrganiserClient.Answer schedule(String date, String starts) {
        return client.post(
                "/api/programmes/" + client.programme() + "/sessions",
                """
                {"kind": "hub", "date": "%s", "starts": "%s", "moderators": ["%s"]}
                """
                        .formatted(date, starts, ana));
    }

    private void titleInAugust(DatabaseClient database, @Nullable String title) {
        var updated =
                database.sql(
                                """
                                update published_sessions set title = cast(%s as jsonb)
                                where programme_id = :programme and date > '2027-07-31'
                                """
                                        .formatted(title == null ? "null" : "'" + title + "'"))
                        .bind("programme", client.programme())
                        .fetch()
                        .rowsUpdated()
                        .block();
        assertThat(updated).isEqualTo(1);
    }

    @Test
    void offersTimesThatFitAll() {
        var slots = client.get("/api/sessions/" + second + "/draft/free-slots").body().get("slots");

        assertThat(slots.get(0).get("date").asString()).isEqualTo("2027-05-26");
        assertThat(slots.get(0).get("starts").asString()).startsWith("13:00");
        assertThat(slots.get(3).get("date").asString()).isEqualTo("2027-05-27");
        assertThat(slots.get(3).get("starts").asString()).startsWith("21:30");
        assertThat(
                        client.send(
                                        HttpMethod.GET,
                                        "/api/sessions/" + second + "/draft/free-slots",
                                        null,
                                        Callers.organiserOf(UUID.randomUUID()))
                                .status())
                .isEqualTo(403);
    }

    private OrganiserClient programme(String more) {
        var begun = new OrganiserClient(http, UUID.randomUUID());
        begun.send(
                HttpMethod.PUT,
                "/api/programmes/" + begun.programme() + "/draft",
                """
                {"version": 0, "title": {"en": "Conflicts"}, "timeZone": "America/Lima",
                  "mode": "in-person", "admission": "open"%s}
                """
                        .formatted(more),
                Callers.owner());
        return begun;
    }

    private void speaker(OrganiserClient of, UUID id) {
        var begun =
                of.put(
                        "/api/programmes/" + of.programme() + "/draft/speakers/" + id,
                        """
                        {"version": 0, "name": "Ana Quispe", "address": "%s"}
                        """
                                .formatted(address));
        assertThat(begun.status()).isEqualTo(201);
    }

    private static void session(
            OrganiserClient of,
            UUID id,
            long version,
            String starts,
            @Nullable String place,
            @Nullable UUID moderator) {
        var written =
                of.put(
                        "/api/sessions/" + id + "/draft",
                        """
                        {"version": %s, "programmeId": "%s", "kind": "hub", "date": "2027-05-26",
                         "starts": "%s", "ends": "%s", "place": %s, "moderators": [%s]}
                        """
                                .formatted(
                                        version,
                                        of.programme(),
                                        starts,
                                        ends(starts),
                                        place == null ? "null" : "\"" + place + "\"",
                                        moderator == null ? "" : "\"" + moderator + "\""));
        assertThat(written.status()).isIn(200, 201);
    }

    private static String ends(String starts) {
        return starts.startsWith("23") ? "23:50" : LocalTime.parse(starts).plusHours(2).toString();
    }

    private List<JsonNode> objections(OrganiserClient of) {
        return changes(of)
                .get("changes")
                .valueStream()
                .flatMap(change -> change.get("objections").valueStream())
                .toList();
    }

    private static JsonNode changes(OrganiserClient of) {
        return of.get("/api/programmes/" + of.programme() + "/draft/changes").body();
    }

    private static OrganiserClient.Answer publish(OrganiserClient of, String more) {
        return of.post(
                "/api/programmes/" + of.programme() + "/draft/publication",
                "{\"state\": \"%s\"%s}".formatted(changes(of).get("state").asString(), more));
    }
}
