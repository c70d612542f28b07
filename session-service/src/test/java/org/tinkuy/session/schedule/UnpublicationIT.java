package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;
import org.tinkuy.testing.WrittenLines;

/// A programme, or an event of it, goes from the public pages and stays drafted.
@RunningService
class UnpublicationIT {

    @Autowired private WebTestClient http;
    @Autowired private Scenario scenario;

    private final UUID event = UUID.randomUUID();
    private final UUID inEvent = UUID.randomUUID();
    private final UUID outside = UUID.randomUUID();
    private OrganiserClient client;
    private String path;

    @BeforeEach
    void publishAProgramme() {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        client.send(
                HttpMethod.PUT,
                path + "/draft",
                """
                {"version": 0, "title": {"en": "Road-show"}, "timeZone": "America/Lima",
                  "mode": "online", "admission": "open"}
                """,
                Callers.owner());
        client.put(
                path + "/draft/events/" + event,
                "{\"version\": 0, \"title\": {\"en\": \"Cusco\"}}");
        session(inEvent, "\"" + event + "\"", "2099-05-26");
        session(outside, "null", "2099-05-27");
        publish();
        assertThat(client.get(path + "/sessions").body()).hasSize(2);
    }

    private void session(UUID id, String of, String date) {
        client.put(
                "/api/sessions/" + id + "/draft",
                """
                {"version": 0, "programmeId": "%s", "eventId": %s, "kind": "hub", "date": "%s",
                  "starts": "12:00", "ends": "13:00"}
                """
                        .formatted(client.programme(), of, date));
    }

    private void publish() {
        var state = client.get(path + "/draft/changes").body().get("state").asString();
        assertThat(
                        client.post(path + "/draft/publication", "{\"state\": \"" + state + "\"}")
                                .status())
                .isEqualTo(200);
    }

    private Answer unpublish(String of) {
        return client.send(
                HttpMethod.POST,
                of + "/unpublication",
                null,
                Callers.organiserOf(client.programme()));
    }

    @Test
    void takesAProgrammeWithAllItsSessions() {
        scenario.about(client.programme(), inEvent, outside)
                .when(() -> assertThat(unpublish(path).status()).isEqualTo(204))
                .then(
                        Told.tombstone("session-published", inEvent),
                        Told.tombstone("session-published", outside),
                        Told.tombstone("programme-published", client.programme()));

        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.get("/api/sessions/" + inEvent).status()).isEqualTo(404);
        assertThat(client.get(path + "/draft").status()).isEqualTo(200);
        assertThat(client.get("/api/sessions/" + inEvent + "/draft").status()).isEqualTo(200);
        assertThat(client.get(path + "/publications").body().at("/items/0/removed").asInt())
                .isEqualTo(2);

        assertThat(unpublish(path).status()).isEqualTo(204);
        assertThat(client.get(path + "/publications").body().get("items")).hasSize(2);
    }

    @Test
    void isPublishedAgainUnderItsIdAndAfterItsTombstone() {
        unpublish(path);

        scenario.about(client.programme(), inEvent, outside)
                .when(this::publish)
                .then(
                        Told.message("programme-published", client.programme()),
                        Told.message("session-published", inEvent),
                        Told.message("session-published", outside));

        assertThat(client.get(path).body().at("/events/0/id").asString())
                .isEqualTo(event.toString());
        assertThat(client.get("/api/sessions/" + inEvent).body().get("version").asLong())
                .isGreaterThan(2);
        assertThat(client.get(path + "/publications").body().get("items")).hasSize(3);
    }

    @Test
    void takesAnEventWithItsSessionsAlone() {
        assertThat(unpublish(path + "/events/" + event).status()).isEqualTo(204);

        assertThat(client.get(path).body().get("events")).isEmpty();
        assertThat(client.get(path + "/sessions").body())
                .extracting(session -> session.get("id").asString())
                .containsExactly(outside.toString());
        assertThat(client.get(path + "/draft/events").body()).hasSize(1);
        assertThat(client.get("/api/sessions/" + inEvent + "/draft").status()).isEqualTo(200);

        assertThat(unpublish(path + "/events/" + event).status()).isEqualTo(204);
        publish();
        assertThat(client.get(path + "/sessions").body()).hasSize(2);
    }

    @Test
    void leavesWhatPeopleWereToldOfThatItIsCancelled() {
        client.post("/api/sessions/" + inEvent + "/cancellation", "{}");

        assertThat(unpublish(path).problem()).isEqualTo("session-cancelled");
        assertThat(unpublish(path + "/events/" + event).problem()).isEqualTo("session-cancelled");
        assertThat(client.get(path + "/sessions").body()).hasSize(2);
    }

    /// Also of an event that another programme has.
    @Test
    void knowsTheEventsOfThatProgrammeAlone() {
        var other = new OrganiserClient(http, UUID.randomUUID());
        other.send(
                HttpMethod.PUT,
                "/api/programmes/" + other.programme() + "/draft",
                """
                {"version": 0, "title": {"en": "Another"}, "timeZone": "America/Lima",
                  "mode": "online", "admission": "open"}
                """,
                Callers.owner());
        var elsewhere = UUID.randomUUID();
        other.put(
                "/api/programmes/" + other.programme() + "/draft/events/" + elsewhere,
                "{\"version\": 0, \"title\": {\"en\": \"Puno\"}}");

        for (var unknown : new UUID[] {elsewhere, UUID.randomUUID()}) {
            assertThat(unpublish(path + "/events/" + unknown).status()).isEqualTo(404);
        }
        assertThat(client.get(path + "/sessions").body()).hasSize(2);
    }

    @Test
    void isWrittenDownWhereItChangedSomething() {
        try (var lines = new WrittenLines(SecurityLog.LOGGER)) {
            for (var again = 0; again < 2; again++) {
                unpublish("/api/sessions/" + outside);
                unpublish(path + "/events/" + event);
                unpublish(path);
            }
            unpublish(path + "/events/" + UUID.randomUUID());

            assertThat(lines.all())
                    .filteredOn(line -> line.contains("unpublished"))
                    .hasSize(3)
                    .anyMatch(line -> line.contains(outside.toString()))
                    .anyMatch(line -> line.contains(event.toString()))
                    .anyMatch(line -> line.contains(client.programme().toString()));
        }
    }

    @Test
    void isForOrganisersAlone() {
        for (var of : new String[] {path, path + "/events/" + event}) {
            assertThat(client.send(HttpMethod.POST, of + "/unpublication", null, null).status())
                    .isEqualTo(401);
            assertThat(
                            client.send(
                                            HttpMethod.POST,
                                            of + "/unpublication",
                                            null,
                                            Callers.attendee())
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(
                        client.send(
                                        HttpMethod.POST,
                                        "/api/programmes/" + UUID.randomUUID() + "/unpublication",
                                        null,
                                        Callers.owner())
                                .status())
                .isEqualTo(404);
    }
}
