package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class FollowSessionsIT {

    @Autowired private WebTestClient http;

    private final String slug = "p-" + UUID.randomUUID();
    private OrganiserClient client;
    private String first;
    private String second;

    @BeforeEach
    void importAProgramme() {
        client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: %s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: online
                            events:
                              - slug: apurimac
                                title: {en: Apurímac}
                                starts: 2027-05-26
                                ends: 2027-05-27
                                sessions:
                                  - {kind: plenary, date: 2027-05-26, starts: 18:00, ends: 20:00}
                                  - {kind: plenary, date: 2027-05-27, starts: 18:00, ends: 20:00}
                        """
                                .formatted(slug));
        var sessions = client.get("/api/programmes/" + slug + "/sessions").body();
        first = sessions.get(0).get("id").asString();
        second = sessions.get(1).get("id").asString();
    }

    @Test
    void movesTheEventWithItsSessionsAndBack() {
        move(first, 1, "2027-06-03", "");
        assertThat(event().get("starts").asString()).isEqualTo("2027-05-27");
        assertThat(event().get("ends").asString()).isEqualTo("2027-06-03");

        move(second, 1, "2027-06-02", "");
        assertThat(event().get("starts").asString()).isEqualTo("2027-06-02");

        move(first, 2, "2027-05-26", "");
        move(second, 2, "2027-05-27", "");
        assertThat(event().get("starts").asString()).isEqualTo("2027-05-26");
        assertThat(event().get("ends").asString()).isEqualTo("2027-05-27");

        var told = Published.await("programmes", client.programme(), 5);
        assertThat(told).extracting(Published::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(told)
                .allSatisfy(message ->
                        assertThat(
                                        new Contract("programmes", "programme-published")
                                                .violations(message.body()))
                                .isEmpty());
        assertThat(told.get(1).body().at("/events/0/ends").asString()).isEqualTo("2027-06-03");
    }

    @Test
    void leavesWhatIsCancelledOrWithdrawnOutOfIt() {
        move(first, 1, "2027-06-03", "");
        client.post("/api/sessions/" + first + "/cancellation", "{}");
        assertThat(event().get("starts").asString()).isEqualTo("2027-05-27");
        assertThat(event().has("ends")).isFalse();

        move(second, 1, "2027-06-04", "");
        assertThat(event().get("starts").asString()).isEqualTo("2027-06-04");
        client.send(
                HttpMethod.DELETE,
                "/api/sessions/" + second,
                null,
                Callers.organiserOf(client.programme()));
        assertThat(event().get("starts").asString()).isEqualTo("2027-05-26");
    }

    @Test
    void leavesADayThatAllItsSessionsLeft() {
        move(second, 1, "2027-05-26", "");
        move(first, 1, "2027-05-26", "Cusco");

        assertThat(event().get("starts").asString()).isEqualTo("2027-05-26");
        assertThat(event().has("ends")).isFalse();
    }

    @Test
    void forgetsADayThatWasNeverStated() {
        var scheduled =
                client.post(
                        "/api/programmes/" + client.programme() + "/sessions",
                        """
                        {"kind": "hub", "eventId": "%s", "date": "2027-12-25", "starts": "10:00", "ends": "11:00"}
                        """
                                .formatted(event().get("id").asString()));
        assertThat(scheduled.status()).isEqualTo(201);
        assertThat(event().get("ends").asString()).isEqualTo("2027-12-25");
        move(second, 1, "2027-05-26", "");
        // Stated while it cannot be seen
        stateEnd("2027-05-28");
        assertThat(event().get("ends").asString()).isEqualTo("2027-12-25");

        client.send(
                HttpMethod.DELETE,
                "/api/sessions/" + scheduled.body().get("id").asString(),
                null,
                Callers.organiserOf(client.programme()));
        assertThat(event().get("starts").asString()).isEqualTo("2027-05-26");
        assertThat(event().get("ends").asString()).isEqualTo("2027-05-28");

        stateEnd("2027-05-27");
        assertThat(event().get("ends").asString()).isEqualTo("2027-05-27");
    }

    private void stateEnd(String day) {
        var programme = "/api/programmes/" + client.programme();
        var draft = (ObjectNode) client.get(programme + "/draft/events").body().get(0);
        var event = "/events/" + draft.get("id").asString();
        var put = client.put(programme + "/draft" + event, draft.put("ends", day).toString());
        assertThat(put.status()).isEqualTo(200);
        var version = "{\"version\": " + put.body().get("version").asLong() + "}";
        assertThat(client.post(programme + event + "/publication", version).status())
                .isEqualTo(200);
    }

    @Test
    void keepsFollowingWhenTheProgrammeIsPublishedAgain() {
        move(first, 1, "2027-06-03", "Cusco");

        client.post("/api/programmes/" + client.programme() + "/publication", "{\"version\": 1}");

        assertThat(event().get("ends").asString()).isEqualTo("2027-06-03");
        assertThat(mode()).isEqualTo("hybrid");
    }

    @Test
    void isNotOnlineOnlyWhileASessionHasAPlace() {
        assertThat(mode()).isEqualTo("online");
        move(first, 1, "2027-05-26", "Cusco");
        assertThat(mode()).isEqualTo("hybrid");
        move(first, 2, "2027-05-26", "");
        assertThat(mode()).isEqualTo("online");
    }

    @Test
    void tellsNobodyOfAProgrammeThatReadsAsBefore() {
        var moved =
                client.put(
                        "/api/sessions/" + first + "/schedule",
                        """
                        {"version": 1, "date": "2027-05-26", "starts": "17:00", "ends": "19:00"}
                        """);
        assertThat(moved.status()).isEqualTo(200);

        Published.await("sessions", UUID.fromString(first), 2);
        assertThat(Published.await("programmes", client.programme(), 1)).hasSize(1);
    }

    private JsonNode event() {
        return client.get("/api/programmes/" + slug).body().at("/events/0");
    }

    private String mode() {
        return client.get("/api/programmes/" + slug).body().get("mode").asString();
    }

    private void move(String session, int version, String date, String place) {
        var moved =
                client.put(
                        "/api/sessions/" + session + "/schedule",
                        String.format(
                                Locale.ROOT,
                                """
                                {"version": %d, "date": "%s", "starts": "18:00", "ends": "20:00", "place": "%s",
                                 "override": "Two halls."}
                                """,
                                version,
                                date,
                                place));
        assertThat(moved.status()).isEqualTo(200);
    }
}
