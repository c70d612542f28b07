package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;

/// A year later, or a week: drafts that say what others say, on other days.
@RunningService
class CopyIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
    private String path;

    @BeforeEach
    void importAProgramme() {
        client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: Road-show}
                            time_zone: America/Lima
                            mode: online
                            starts: 2027-05-24
                            ends: 2027-06-30
                            events:
                              - slug: apurimac
                                title: {en: Apurímac}
                                starts: 2027-05-26
                                ends: 2027-05-27
                                sessions:
                                  - {kind: plenary, date: 2027-05-26, starts: "18:00", ends: "20:00"}
                                  - {kind: workshop, date: 2027-05-27, starts: "18:00", capacity: 30}
                            sessions:
                              - {kind: hub}
                            challenges:
                              - {slug: water, title: {en: Water}}
                            fair:
                              - {stand: Copper}
                        """
                                .formatted(UUID.randomUUID()));
        path = "/api/programmes/" + client.programme();
    }

    @Test
    void copiesAProgrammeToOtherDaysWithItsWeekdays() {
        var id = UUID.randomUUID();

        var made = copy(path + "/draft/copies", id, "2028-05-01", Callers.owner());

        assertThat(made.status()).isEqualTo(201);
        var copy = new OrganiserClient(http, id);
        var draft = copy.get("/api/programmes/" + id + "/draft").body();
        assertThat(draft.get("starts").asString()).isEqualTo("2028-05-01");
        assertThat(draft.get("ends").asString()).isEqualTo("2028-06-07");
        assertThat(draft.get("slug").asString()).startsWith("road-show");
        var events = copy.get("/api/programmes/" + id + "/draft/events").body();
        assertThat(events.at("/0/starts").asString()).isEqualTo("2028-05-03");
        assertThat(events.at("/0/slug").asString()).isEqualTo("apurimac");
        assertThat(copy.get("/api/programmes/" + id + "/draft/challenges").body()).hasSize(1);
        assertThat(copy.get("/api/programmes/" + id + "/draft/stands").body()).hasSize(1);
        var sessions = copy.get("/api/programmes/" + id + "/draft/sessions").body();
        assertThat(sessions)
                .extracting(session ->
                        session.path("date").asString("")
                                + " "
                                + session.path("eventId").asString(""))
                .containsExactlyInAnyOrder(
                        "2028-05-03 " + events.at("/0/id").asString(),
                        "2028-05-04 " + events.at("/0/id").asString(),
                        " ");
        assertThat(copy.get("/api/programmes/" + id).status()).isEqualTo(404);
    }

    @Test
    void copiesAnEventWithItsSessionsButForTheCancelled() {
        var event = client.get(path + "/draft/events").body().at("/0/id").asString();
        var plenary = session("plenary");
        client.post("/api/sessions/" + plenary + "/cancellation", "{}");
        var id = UUID.randomUUID();

        var made = copy(path + "/draft/events/" + event + "/copies", id, "2027-07-05");

        assertThat(made.status()).isEqualTo(201);
        var copied = client.get(path + "/draft/events").body().get(1);
        assertThat(copied.get("id").asString()).isEqualTo(id.toString());
        assertThat(copied.get("slug").asString()).isEqualTo("apurimac-2");
        assertThat(copied.get("starts").asString()).isEqualTo("2027-07-07");
        assertThat(client.get(path + "/draft/sessions").body())
                .filteredOn(session -> session.path("eventId").asString("").equals(id.toString()))
                .extracting(session -> session.get("date").asString())
                .containsExactly("2027-07-08");
        assertThat(client.get(path).body().get("events")).hasSize(1);
    }

    @Test
    void copiesASessionToAnotherDay() {
        var workshop = session("workshop");
        var id = UUID.randomUUID();

        var made = copy("/api/sessions/" + workshop + "/draft/copies", id, "2027-06-01");

        assertThat(made.status()).isEqualTo(201);
        var draft = client.get("/api/sessions/" + id + "/draft").body();
        assertThat(draft.get("date").asString()).isEqualTo("2027-06-01");
        assertThat(draft.get("capacity").asInt()).isEqualTo(30);
        assertThat(draft.get("version").asInt()).isEqualTo(1);
    }

    @Test
    void beginsOneCopyHoweverOftenItIsSent() {
        var event = client.get(path + "/draft/events").body().at("/0/id").asString();
        var session = client.get(path + "/sessions").body().at("/0/id").asString();
        var id = UUID.randomUUID();
        for (var target :
                new String[] {
                    path + "/draft/copies",
                    path + "/draft/events/" + event + "/copies",
                    "/api/sessions/" + session + "/draft/copies"
                }) {
            assertThat(copy(target, id, "2028-05-01", Callers.owner()).status()).isEqualTo(201);
            assertThat(copy(target, id, "2028-05-01", Callers.owner()).problem())
                    .isEqualTo("draft-changed");
        }
        assertThat(client.get(path + "/draft/sessions").body()).hasSize(6);
    }

    @Test
    void asksForADayAndForSomethingToCopy() {
        assertThat(
                        client.send(
                                        HttpMethod.POST,
                                        path + "/draft/copies",
                                        "{\"id\": \"" + UUID.randomUUID() + "\"}",
                                        Callers.owner())
                                .fault())
                .isEqualTo("from required");
        var nothing = UUID.randomUUID();
        assertThat(
                        copy(path + "/draft/events/" + nothing + "/copies", nothing, "2028-05-01")
                                .status())
                .isEqualTo(404);
        assertThat(
                        copy("/api/sessions/" + nothing + "/draft/copies", nothing, "2028-05-01")
                                .status())
                .isEqualTo(404);
        assertThat(copy(path + "/draft/copies", nothing, "2028-05-01").status()).isEqualTo(403);
    }

    /// The years that drafts may have.
    @Test
    void passesTheLastYearWithNoDay() {
        var event = client.get(path + "/draft/events").body().at("/0/id").asString();
        for (var target :
                new String[] {
                    path + "/draft/copies", path + "/draft/events/" + event + "/copies"
                }) {
            var id = UUID.randomUUID();
            assertThat(copy(target, id, "2200-12-31", Callers.owner()).fault())
                    .isEqualTo("from out-of-range");
            assertThat(copy(target, id, "2200-11-01", Callers.owner()).status()).isEqualTo(201);
        }
        assertThat(
                        copy(
                                        "/api/sessions/" + session("workshop") + "/draft/copies",
                                        UUID.randomUUID(),
                                        "2201-01-01")
                                .fault())
                .isEqualTo("from invalid-date");
    }

    private String session(String kind) {
        return client.get(path + "/sessions")
                .body()
                .valueStream()
                .filter(session -> session.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private Answer copy(String target, UUID id, String from) {
        return copy(target, id, from, Callers.organiserOf(client.programme()));
    }

    private Answer copy(String target, UUID id, String from, String authorization) {
        return client.send(
                HttpMethod.POST,
                target,
                "{\"id\": \"%s\", \"from\": \"%s\"}".formatted(id, from),
                authorization);
    }
}
