package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;

/// Everybody reads what became other of a programme, from what to what.
@RunningService
class ChangelogIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
    private String path;
    private String first;
    private String second;

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
                            sessions:
                              - {kind: workshop, title: {en: Cacao}, date: 2027-05-26, starts: "18:00", place: Abancay}
                              - {kind: workshop, date: 2027-05-27, starts: "18:00", place: Abancay}
                        """
                                .formatted(UUID.randomUUID()));
        path = "/api/programmes/" + client.programme();
        var sessions = client.get(path + "/sessions").body();
        first = sessions.at("/0/id").asString();
        second = sessions.at("/1/id").asString();
    }

    @Test
    void tellsNothingOfTheFirstPublication() {
        assertThat(changelog()).isEmpty();
    }

    @Test
    void tellsWhatIsMovedCancelledAddedAndRemoved() {
        client.put(
                "/api/sessions/" + first + "/schedule",
                """
                {"version": 1, "date": "2027-05-28", "starts": "19:00", "place": "Cusco"}
                """);
        client.put("/api/sessions/" + first + "/capacity", "{\"capacity\": 20}");
        client.post(
                "/api/sessions/" + second + "/cancellation",
                "{\"reason\": {\"en\": \"The road is closed.\"}}");
        client.post(path + "/sessions", "{\"kind\": \"hub\", \"date\": \"2027-06-01\"}");
        client.send(
                HttpMethod.DELETE,
                "/api/sessions/" + first,
                null,
                Callers.organiserOf(client.programme()));

        var entries = changelog();

        assertThat(entries)
                .extracting(entry -> entry.at("/items/0/change").asString())
                .containsExactly("removed", "added", "cancelled", "moved");
        var moved = entries.get(3).at("/items/0");
        assertThat(moved.at("/title/en").asString()).isEqualTo("Cacao");
        assertThat(moved.at("/before/date").asString()).isEqualTo("2027-05-26");
        assertThat(moved.at("/before/place").asString()).isEqualTo("Abancay");
        assertThat(moved.at("/after/date").asString()).isEqualTo("2027-05-28");
        assertThat(moved.at("/after/starts").asString()).isEqualTo("19:00");
        assertThat(moved.at("/after/place").asString()).isEqualTo("Cusco");
        assertThat(entries.get(2).at("/items/0/reason/en").asString())
                .isEqualTo("The road is closed.");
        assertThat(entries.toString()).doesNotContain("\"by\"", "\"note\"");
    }

    /// However much becomes other, everybody can read it.
    @Test
    void tellsFiftySessionsOfAPublicationAndHowManyMoreThereAre() {
        for (var minute = 0; minute < 55; minute++) {
            draft(minute);
        }
        publish();

        var latest = changelog().get(0);
        assertThat(latest.get("items")).hasSize(50);
        assertThat(latest.get("more").asInt()).isEqualTo(5);
        client.send(
                HttpMethod.POST,
                path + "/unpublication",
                null,
                Callers.organiserOf(client.programme()));
        publish();
        assertThat(changelog())
                .extracting(entry -> entry.get("items").size() + entry.get("more").asInt())
                .containsExactly(57, 57, 55);
    }

    private void draft(int minute) {
        var saved =
                client.put(
                        "/api/sessions/" + UUID.randomUUID() + "/draft",
                        """
                        {"version": 0, "programmeId": "%s", "kind": "hub", "date": "2099-05-26",
                          "starts": "%s"}
                        """
                                .formatted(client.programme(), LocalTime.of(9, minute)));
        assertThat(saved.status()).isEqualTo(201);
    }

    private void publish() {
        var state = client.get(path + "/draft/changes").body().get("state").asString();
        assertThat(
                        client.post(path + "/draft/publication", "{\"state\": \"" + state + "\"}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void isThereForProgrammesThatArePublished() {
        assertThat(
                        client.send(
                                        HttpMethod.GET,
                                        "/api/programmes/" + UUID.randomUUID() + "/changelog",
                                        null,
                                        null)
                                .status())
                .isEqualTo(404);
    }

    private JsonNode changelog() {
        var answer = client.send(HttpMethod.GET, path + "/changelog", null, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("entries");
    }
}
