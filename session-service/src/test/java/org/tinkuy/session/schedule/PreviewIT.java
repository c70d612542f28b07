package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;

/// Colleagues look at drafts by a link, until it ends or is taken back.
@RunningService
class PreviewIT {

    @Autowired private WebTestClient http;
    @Autowired private DatabaseClient database;

    private final UUID session = UUID.randomUUID();
    private OrganiserClient client;
    private String path;

    @BeforeEach
    void draft() {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        client.send(
                HttpMethod.PUT,
                path + "/draft",
                """
                {"version": 0, "title": {"en": "Road-show"}, "timeZone": "America/Lima", "mode": "online",
                  "admission": "open"}
                """,
                Callers.owner());
        client.put(
                "/api/sessions/" + session + "/draft",
                """
                {"version": 0, "programmeId": "%s", "kind": "workshop", "date": "2027-05-26",
                  "starts": "18:00", "place": "Abancay"}
                """
                        .formatted(client.programme()));
    }

    @Test
    void showsToAnybodyWhoHasTheLinkWhatWouldBePublished() {
        var secret = make("{}").body().get("secret").asString();

        var shown = open(secret);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().at("/programme/starts").isMissingNode()).isTrue();
        assertThat(shown.body().at("/programme/mode").asString()).isEqualTo("hybrid");
        assertThat(shown.body().at("/sessions/0/startsAt").asString())
                .isEqualTo("2027-05-26T23:00:00Z");
        publish();
        assertThat(open(secret).body().get("programme")).isEqualTo(client.get(path).body());
        assertThat(open(secret).body().get("sessions"))
                .isEqualTo(client.get(path + "/sessions").body());
        var moved =
                client.get("/api/sessions/" + session + "/draft")
                        .body()
                        .toString()
                        .replace("18:00", "19:00");
        client.put("/api/sessions/" + session + "/draft", moved);
        assertThat(open(secret).body().at("/sessions/0/starts").asString()).isEqualTo("19:00");
        assertThat(client.get("/api/sessions/" + session).body().get("starts").asString())
                .isEqualTo("18:00");
    }

    @Test
    void keepsNothingThatOpensIt() {
        var secret = make("{}").body().get("secret").asString();

        var listed = client.get(path + "/previews").body();

        assertThat(listed).hasSize(1);
        assertThat(listed.toString()).doesNotContain(secret).contains("endsAt");
    }

    @Test
    void showsNothingAnyMoreWhenItIsTakenBack() {
        var made = make("{\"days\": 3}").body();
        var secret = made.get("secret").asString();

        for (var again = 0; again < 2; again++) {
            assertThat(
                            client.send(
                                            HttpMethod.DELETE,
                                            path + "/previews/" + made.get("id").asString(),
                                            null,
                                            Callers.organiserOf(client.programme()))
                                    .status())
                    .isEqualTo(204);
        }

        assertThat(open(secret).status()).isEqualTo(404);
        assertThat(client.get(path + "/previews").body()).isEmpty();
    }

    @Test
    void endsByItself() {
        var made = make("{\"days\": 1}").body();
        database.sql("update preview_links set ends_at = ends_at - interval '1 day' where id = :id")
                .bind("id", UUID.fromString(made.get("id").asString()))
                .then()
                .block();

        assertThat(open(made.get("secret").asString()).status()).isEqualTo(404);
    }

    @Test
    void isOpenedByNothingElse() {
        make("{}");

        assertThat(open("x").status()).isEqualTo(404);
        assertThat(open("A".repeat(43)).status()).isEqualTo(404);
    }

    @Test
    void lastsAsLongAsIsSaid() {
        assertThat(make("{\"days\": 0}").fault()).isEqualTo("days out-of-range");
        assertThat(make("{\"days\": 91}").fault()).isEqualTo("days out-of-range");
        assertThat(make("{\"days\": 90}").status()).isEqualTo(201);
    }

    @Test
    void showsToTwentyAtMost() {
        for (var number = 0; number < 20; number++) {
            make("{}");
        }

        assertThat(make("{}").problem()).isEqualTo("too-many-previews");
    }

    @Test
    void isMadeByOrganisersAlone() {
        assertThat(
                        client.send(HttpMethod.POST, path + "/previews", "{}", Callers.attendee())
                                .status())
                .isEqualTo(403);
        assertThat(client.send(HttpMethod.GET, path + "/previews", null, null).status())
                .isEqualTo(401);
    }

    private Answer make(String body) {
        return client.post(path + "/previews", body);
    }

    private Answer open(String secret) {
        return client.send(HttpMethod.GET, "/api/previews/" + secret, null, null);
    }

    private void publish() {
        var state = client.get(path + "/draft/changes").body().get("state").asString();
        assertThat(
                        client.post(path + "/draft/publication", "{\"state\": \"" + state + "\"}")
                                .status())
                .isEqualTo(200);
    }
}
