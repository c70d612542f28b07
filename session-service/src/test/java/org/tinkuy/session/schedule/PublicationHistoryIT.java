package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
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
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything that is published is kept, and can become the draft again.
@RunningService
class PublicationHistoryIT {

    @Autowired private WebTestClient http;

    private final UUID event = UUID.randomUUID();
    private final UUID later = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private OrganiserClient client;
    private String path;

    @BeforeEach
    void publishAnEvening() {
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
        event(event, "Apurímac");
        session(first, event, "18:00");
        publish("The first evening.");
    }

    @Test
    void keepsEachPublicationWithWhoAndWhyAndWhatBecameOther() {
        session(second, event, "20:00");
        publish("A second one.");

        var all = client.get(path + "/publications").body().get("items");

        assertThat(all)
                .extracting(
                        one -> one.get("number").asInt(),
                        one -> one.get("note").asString(),
                        one -> one.get("added").asInt(),
                        one -> one.has("by"))
                .containsExactly(
                        tuple(2, "A second one.", 1, true),
                        tuple(1, "The first evening.", 1, true));
        var changes = read(2).get("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.at("/0/change").asString()).isEqualTo("added");
        assertThat(changes.at("/0/id").asString()).isEqualTo(second.toString());
        assertThat(read(1).get("changes"))
                .extracting(change -> change.get("part").asString())
                .containsExactly("programme", "event", "session");
    }

    @Test
    void keepsWhatPublishesItself() {
        client.put("/api/sessions/" + first + "/capacity", "{\"capacity\": 20}");
        client.put(
                "/api/sessions/" + first + "/schedule",
                "{\"version\": 2, \"date\": \"2027-05-27\", \"starts\": \"18:00\", \"ends\": \"20:00\"}");
        client.post("/api/sessions/" + first + "/cancellation", "{}");
        withdraw(first);
        var draft = (ObjectNode) client.get(path + "/draft").body();
        client.put(path + "/draft", draft.put("fundedBy", "The region").toString());
        client.post(path + "/publication", "{\"version\": 2}");
        event(later, "Cusco");
        client.post(path + "/events/" + later + "/publication", "{\"version\": 1}");
        client.post(
                path + "/sessions",
                "{\"kind\": \"hub\", \"eventId\": \"" + later + "\", \"date\": \"2027-06-01\"}");
        session(second, event, "20:00");
        client.post("/api/sessions/" + second + "/publication", "{\"version\": 1}");

        var all = client.get(path + "/publications").body().get("items");

        assertThat(all)
                .extracting(one ->
                        "%s +%s ~%s -%s"
                                .formatted(
                                        one.get("programme").asBoolean(),
                                        one.get("added").asInt(),
                                        one.get("changed").asInt(),
                                        one.get("removed").asInt()))
                .containsExactly(
                        "false +1 ~0 -0",
                        "false +1 ~0 -0",
                        "true +0 ~0 -0",
                        "true +0 ~0 -0",
                        "false +0 ~0 -1",
                        "false +0 ~1 -0",
                        "false +0 ~1 -0",
                        "false +0 ~1 -0",
                        "true +1 ~0 -0");
        assertThat(all).allMatch(one -> one.has("by"));
        assertThat(read(2).at("/changes/0/fields/0/field").asString()).isEqualTo("capacity");
        assertThat(read(5).get("changes"))
                .extracting(change -> change.get("change").asString())
                .contains("removed");
    }

    @Test
    void saysOfAPublicationWhetherSpeakersBecameOthersAndNothingElse() {
        var speaker = UUID.randomUUID();
        speaker(speaker, 0, "Ana Quispe");
        publish("Who speaks.");
        speaker(speaker, 1, "Ana Quispe Mamani");
        publish("Her whole name.");
        session(second, event, "20:00");
        publish("Another evening.");

        assertThat(client.get(path + "/publications").body().get("items"))
                .extracting(
                        one -> one.get("programme").asBoolean(),
                        one -> one.get("speakers").asBoolean(),
                        one -> one.get("added").asInt())
                .containsExactly(
                        tuple(false, false, 1),
                        tuple(false, true, 0),
                        tuple(false, true, 0),
                        tuple(true, false, 1));
    }

    @Test
    void keepsNothingWhereNothingBecameOther() {
        publish("Again.");

        assertThat(client.get(path + "/publications").body().get("items")).hasSize(1);
    }

    @Test
    void undoesTheLastPublication() {
        var before = published();
        var draft = (ObjectNode) client.get(path + "/draft").body();
        client.put(path + "/draft", draft.put("fundedBy", "The region").toString());
        var moved = (ObjectNode) client.get("/api/sessions/" + first + "/draft").body();
        client.put("/api/sessions/" + first + "/draft", moved.put("starts", "19:00").toString());
        event(later, "Cusco");
        session(second, later, "20:00");
        publish("A mistake.");
        assertThat(published()).isNotEqualTo(before);

        var changes = restore(1).body();

        assertThat(changes.get("changes"))
                .extracting(change ->
                        change.get("part").asString() + " " + change.get("change").asString())
                .containsExactlyInAnyOrder(
                        "programme changed", "event removed", "session changed", "session removed");
        assertThat(published()).isNotEqualTo(before);

        publish("Undone.");

        assertThat(published()).isEqualTo(before);
        assertThat(client.get("/api/sessions/" + second).status()).isEqualTo(404);
        assertThat(Published.await("sessions", second, 2).getLast().body()).isEmpty();
    }

    @Test
    void bringsBackWhatWasWithdrawnUnderItsId() {
        var before = published();
        withdraw(first);
        assertThat(client.get("/api/sessions/" + first).status()).isEqualTo(404);

        restore(1);
        publish("It takes place after all.");

        assertThat(published()).isEqualTo(before);
        assertThat(client.get("/api/sessions/" + first).body().get("version").asInt()).isEqualTo(3);
        assertThat(Published.await("sessions", first, 3)).hasSize(3);
    }

    @Test
    void takesASessionOffThePagesAndKeepsItsDraft() {
        var before = published();
        for (var again = 0; again < 2; again++) {
            assertThat(client.post("/api/sessions/" + first + "/unpublication", "").status())
                    .isEqualTo(204);
        }
        assertThat(client.get("/api/sessions/" + first).status()).isEqualTo(404);
        assertThat(client.get("/api/sessions/" + first + "/draft").status()).isEqualTo(200);
        assertThat(changes().at("/changes")).hasSizeGreaterThan(0);

        publish("It is there again.");

        assertThat(published()).isEqualTo(before);
        client.post("/api/sessions/" + first + "/cancellation", "{}");
        assertThat(client.post("/api/sessions/" + first + "/unpublication", "").problem())
                .isEqualTo("session-cancelled");
    }

    @Test
    void leavesWhatNobodySawYetAndWhatIsCancelled() {
        client.post("/api/sessions/" + first + "/cancellation", "{}");
        event(later, "Cusco");
        session(second, later, "20:00");

        restore(1);

        assertThat(client.get("/api/sessions/" + second + "/draft").status()).isEqualTo(200);
        assertThat(client.get(path + "/draft/events").body()).hasSize(2);
        publish("Both.");
        assertThat(client.get("/api/sessions/" + first).body().has("cancelled")).isTrue();
        assertThat(client.get("/api/sessions/" + second).status()).isEqualTo(200);
    }

    /// Whoever moves a session that was about to go wants it to stay.
    @Test
    void keepsASessionThatIsMovedWhileItIsAboutToGo() {
        session(second, event, "20:00");
        publish("A second one.");
        restore(1);

        client.put(
                "/api/sessions/" + second + "/schedule",
                "{\"version\": 1, \"date\": \"2027-05-28\", \"starts\": \"18:00\", \"ends\": \"20:00\"}");

        assertThat(changes().get("changes")).isEmpty();
    }

    @Test
    void overwritesNoDraftUnseen() {
        var seen = changes().get("state").asString();
        session(second, event, "20:00");

        var refused =
                client.post(path + "/publications/1/restoration", "{\"state\": \"" + seen + "\"}");

        assertThat(refused.problem()).isEqualTo("draft-changed");
        assertThat(restore(7).problem()).isEqualTo("not-found");
        assertThat(client.get(path + "/publications/7").status()).isEqualTo(404);
    }

    @Test
    void isForOrganisersAlone() {
        for (var there : List.of("/publications", "/publications/1")) {
            assertThat(client.send(HttpMethod.GET, path + there, null, null).status())
                    .isEqualTo(401);
            assertThat(client.send(HttpMethod.GET, path + there, null, Callers.attendee()).status())
                    .isEqualTo(403);
        }
    }

    private JsonNode read(int number) {
        return client.get(path + "/publications/" + number).body();
    }

    private Answer restore(int number) {
        return client.post(
                path + "/publications/" + number + "/restoration",
                "{\"state\": \"" + changes().get("state").asString() + "\"}");
    }

    /// Without the versions of sessions, which are counted on.
    private List<JsonNode> published() {
        var sessions = client.get(path + "/sessions").body();
        sessions.forEach(session -> ((ObjectNode) session).remove("version"));
        return List.of(client.get(path).body(), sessions);
    }

    private JsonNode changes() {
        return client.get(path + "/draft/changes").body();
    }

    private void publish(String note) {
        var answer =
                client.post(
                        path + "/draft/publication",
                        "{\"state\": \"%s\", \"note\": \"%s\"}"
                                .formatted(changes().get("state").asString(), note));
        assertThat(answer.status()).isEqualTo(200);
    }

    private void event(UUID id, String title) {
        client.put(
                path + "/draft/events/" + id,
                "{\"version\": 0, \"title\": {\"en\": \"%s\"}}".formatted(title));
    }

    private void speaker(UUID id, int version, String name) {
        var answer =
                client.put(
                        path + "/draft/speakers/" + id,
                        "{\"version\": %s, \"name\": \"%s\", \"agreed\": \"2026-11-01\"}"
                                .formatted(version, name));
        assertThat(answer.status()).isLessThan(300);
    }

    private void session(UUID id, UUID event, String starts) {
        var answer =
                client.put(
                        "/api/sessions/" + id + "/draft",
                        """
                        {"version": 0, "programmeId": "%s", "eventId": "%s", "kind": "workshop",
                          "date": "2027-05-26", "starts": "%s", "ends": "21:00"}
                        """
                                .formatted(client.programme(), event, starts));
        assertThat(answer.status()).isEqualTo(201);
    }

    private void withdraw(UUID session) {
        var answer =
                client.send(
                        HttpMethod.DELETE,
                        "/api/sessions/" + session,
                        null,
                        Callers.organiserOf(client.programme()));
        assertThat(answer.status()).isEqualTo(204);
    }
}
