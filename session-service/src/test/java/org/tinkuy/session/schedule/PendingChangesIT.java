package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A programme that is written from nothing, looked at, and published at once.
@RunningService
class PendingChangesIT {

    @Autowired private WebTestClient http;

    private final UUID event = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private OrganiserClient client;
    private String path;

    @BeforeEach
    void write() {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        client.send(
                HttpMethod.PUT,
                path + "/draft",
                """
                {"version": 0, "title": {"en": "Road-show"}, "timeZone": "America/Lima", "mode": "online",
                  "admission": "open", "policy": {"plenary": {"starts": "18:00", "ends": "20:00"}}}
                """,
                Callers.owner());
        client.put(
                path + "/draft/events/" + event,
                "{\"version\": 0, \"title\": {\"en\": \"Apurímac\"}}");
        session(first, 0, "2027-05-26", "18:00");
        session(second, 0, "2027-05-27", "18:00");
    }

    @Test
    void publishesEverythingAtOnceAndThenNothingIsLeft() {
        var changes = changes();
        assertThat(changes.get("changes"))
                .extracting(change -> text(change, "part") + " " + text(change, "change"))
                .containsExactly(
                        "programme added", "event added", "session added", "session added");

        var published = publish(changes, "");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body()).isEqualTo(client.get(path).body());
        assertThat(published.body().at("/events/0/starts").asString()).isEqualTo("2027-05-26");
        assertThat(client.get(path + "/sessions").body()).hasSize(2);
        assertThat(Published.await("programmes", client.programme(), 1)).hasSize(1);
        assertThat(
                        new Contract("sessions", "session-published")
                                .violations(
                                        Published.await("sessions", first, 1).getFirst().body()))
                .isEmpty();
        assertThat(changes().get("changes")).isEmpty();
    }

    @Test
    void listsWhatPeopleWouldReadOtherwiseFieldByField() {
        publish(changes(), "");
        var draft = (ObjectNode) client.get(path + "/draft").body();
        client.put(path + "/draft", draft.put("place", "Lima").toString());
        session(second, 1, "2027-05-28", "18:30");

        var changes = changes().get("changes");

        assertThat(fields(changes, "programme", client.programme()))
                .containsExactlyInAnyOrder("mode online → hybrid", "place  → Lima");
        assertThat(fields(changes, "event", event)).containsExactly("ends 2027-05-27 → 2027-05-28");
        assertThat(fields(changes, "session", first)).containsExactly("place  → Lima");
        assertThat(fields(changes, "session", second))
                .containsExactlyInAnyOrder(
                        "date 2027-05-27 → 2027-05-28", "starts 18:00 → 18:30", "place  → Lima");
    }

    /// Rules follow it; nothing is told of it.
    @Test
    void listsHowLongItTakesToTravelAndPublishesItUntold() {
        publish(changes(), "");
        var draft = (ObjectNode) client.get(path + "/draft").body();
        client.put(path + "/draft", draft.put("travelMinutes", 90).toString());

        assertThat(fields(changes().get("changes"), "programme", client.programme()))
                .containsExactly("travelMinutes  → 90");
        assertThat(publish(changes(), "").status()).isEqualTo(200);

        assertThat(changes().get("changes")).isEmpty();
        assertThat(client.get(path + "/publications").body().get("items")).hasSize(1);
    }

    @Test
    void publishesWhatInheritsAndWhatWasChangedOnceEach() {
        publish(changes(), "");
        var draft = (ObjectNode) client.get(path + "/draft").body();
        client.put(path + "/draft", draft.put("place", "Lima").toString());
        session(second, 1, "2027-05-28", "18:30");

        publish(changes(), "");

        var sessions = client.get(path + "/sessions").body();
        assertThat(sessions.get(0).get("place").asString()).isEqualTo("Lima");
        assertThat(sessions.get(1).get("date").asString()).isEqualTo("2027-05-28");
        assertThat(sessions.get(1).get("place").asString()).isEqualTo("Lima");
        assertThat(
                        client.get("/api/sessions/" + second + "/changes")
                                .body()
                                .at("/items/0/from/date")
                                .asString())
                .isEqualTo("2027-05-27");
        assertThat(changes().get("changes")).isEmpty();
    }

    @Test
    void takesAnAnswerForEachSessionThatAProgrammeMayHave() {
        assertThat(publish(changes(), answers(10_000, "x".repeat(250))).status()).isEqualTo(200);
    }

    @Test
    void takesNoMoreThanThat() {
        var larger = publish(changes(), answers(10_000, "x".repeat(500)));

        assertThat(larger.status()).isEqualTo(413);
        assertThat(larger.problem()).isEqualTo("body-too-large");
    }

    /// Two reasons and three times yes for each of so many sessions.
    private static String answers(int sessions, String reason) {
        var ids = Stream.generate(UUID::randomUUID).limit(sessions).toList();
        return ids.stream()
                        .map(id ->
                                """
                                "%s":{"outside-plenary-window":"%s","overlapping-plenaries":"%s"}\
                                """
                                        .formatted(id, reason, reason))
                        .collect(Collectors.joining(",", ",\"override\":{", "}"))
                + ids.stream()
                        .map("\"%s\":[\"past\",\"next-day\",\"twice\"]"::formatted)
                        .collect(Collectors.joining(",", ",\"meant\":{", "}"));
    }

    @Test
    void publishesNothingWhileSomethingSpeaksAgainstAPart() {
        session(second, 1, "2027-05-26", "19:00");
        var changes = changes();
        assertThat(changes.at("/changes/2/objections/0/code").asString())
                .isEqualTo("overlapping-plenaries");
        assertThat(changes.at("/changes/2/objections/0/answer").asString()).isEqualTo("reason");
        assertThat(changes.at("/changes/2/objections/0/sessionIds/0").asString())
                .isEqualTo(second.toString());

        var refused = publish(changes, "");

        assertThat(refused.problem()).isEqualTo("changes-refused");
        assertThat(refused.body().get("errors"))
                .extracting(error -> text(error, "field") + " " + text(error, "code"))
                .containsExactly(
                        first + ".date overlapping-plenaries",
                        second + ".date overlapping-plenaries");
        assertThat(client.get(path).status()).isEqualTo(404);

        var insisted =
                publish(
                        changes,
                        """
                        , "override": {"%s": {"overlapping-plenaries": "Two halls."}, "%s": "Two halls."}
                        """
                                .formatted(first, second));

        assertThat(insisted.status()).isEqualTo(200);
        assertThat(client.get(path + "/sessions").body()).hasSize(2);
    }

    /// Two plenaries change places: each is judged beside what the other becomes.
    @Test
    void judgesSessionsBesideWhatTheOthersBecome() {
        publish(changes(), "");
        session(first, 1, "2027-05-27", "18:00");
        session(second, 1, "2027-05-26", "18:00");

        assertThat(publish(changes(), "").status()).isEqualTo(200);
    }

    @Test
    void asksAboutWhatIsSeldomMeant() {
        session(second, 1, "2020-05-27", "18:00");
        var changes = changes();

        assertThat(publish(changes, "").body().at("/errors/0/code").asString()).isEqualTo("past");
        assertThat(publish(changes, ", \"meant\": {\"" + second + "\": [\"past\"]}").status())
                .isEqualTo(200);
    }

    @Test
    void publishesOnlyWhatTheOrganiserSaw() {
        var seen = changes();
        session(second, 1, "2027-05-29", "18:00");

        assertThat(publish(seen, "").problem()).isEqualTo("draft-changed");
        assertThat(client.get(path).status()).isEqualTo(404);

        withdraw(first);
        var less = changes();
        session(UUID.randomUUID(), 0, "2027-06-01", "18:00");
        assertThat(publish(less, "").problem()).isEqualTo("draft-changed");
    }

    @Test
    void removesFromWhatIsPublishedTheEventThatWasRemoved() {
        publish(changes(), "");
        withdraw(first);
        withdraw(second);
        removeTheEvent();

        var changes = changes();
        assertThat(changes.get("changes"))
                .extracting(change -> text(change, "part") + " " + text(change, "change"))
                .contains("event removed");
        assertThat(publish(changes, "").body().get("events")).isEmpty();
    }

    /// Whoever is told of a cancellation reads when it would have been.
    @Test
    void movesNothingThatIsCancelled() {
        publish(changes(), "");
        session(second, 1, "2027-05-29", "18:30");
        client.post("/api/sessions/" + second + "/cancellation", "{}");

        assertThat(changes().get("changes")).isEmpty();
        publish(changes(), "");
        assertThat(client.get("/api/sessions/" + second).body().get("date").asString())
                .isEqualTo("2027-05-27");
        var draft = (ObjectNode) client.get("/api/sessions/" + second + "/draft").body();
        draft.put("date", "2027-05-30");
        assertThat(client.put("/api/sessions/" + second + "/draft", draft.toString()).problem())
                .isEqualTo("session-cancelled");
    }

    @Test
    void takesNoEventFromUnderWhatIsPublished() {
        publish(changes(), "");
        for (var session : List.of(first, second)) {
            var draft = (ObjectNode) client.get("/api/sessions/" + session + "/draft").body();
            draft.remove("eventId");
            client.put("/api/sessions/" + session + "/draft", draft.toString());
        }
        removeTheEvent();

        assertThat(client.post(path + "/publication", "{\"version\": 1}").problem())
                .isEqualTo("still-needed");
        assertThat(publish(changes(), "").status()).isEqualTo(200);
        assertThat(client.get("/api/sessions/" + first).body().has("eventId")).isFalse();
    }

    @Test
    void leavesToAProgrammeWhatWasPublishedOfIt() {
        publish(changes(), "");
        withdraw(first);
        withdraw(second);
        removeTheEvent();
        var other = "/api/programmes/" + UUID.randomUUID();
        client.send(
                HttpMethod.PUT,
                other + "/draft",
                """
                {"version": 0, "title": {"en": "Other"}, "timeZone": "America/Lima", "mode": "online", "admission": "open"}
                """,
                Callers.owner());
        var begun = "{\"version\": 0, \"title\": {\"en\": \"Taken\"}}";

        var taken =
                client.send(
                        HttpMethod.PUT, other + "/draft/events/" + event, begun, Callers.owner());

        assertThat(taken.problem()).isEqualTo("draft-changed");
        assertThat(client.put(path + "/draft/events/" + event, begun).status()).isEqualTo(201);
    }

    @Test
    void keepsTheReasonForWhichSomethingNewBreaksARule() {
        session(second, 1, "2027-05-26", "19:00");
        publish(
                changes(),
                """
                , "override": {"%s": "One hall.", "%s": "Two halls."}
                """
                        .formatted(first, second));

        assertThat(
                        client.get("/api/sessions/" + second + "/changes")
                                .body()
                                .at("/items/0/override")
                                .asString())
                .isEqualTo("Two halls.");
    }

    @Test
    void namesSomeOfTheSessionsThatStandInTheWay() {
        for (var number = 0; number < 15; number++) {
            session(UUID.randomUUID(), 0, "2027-05-26", "18:00");
        }

        assertThat(changes().at("/changes/2/objections/0/sessionIds")).hasSize(10);
    }

    @Test
    void namesEachReasonThatIsForNoRuleWithItsSession() {
        var refused =
                publish(
                        changes(),
                        """
                        , "override": {"%s": {"nope": "x"}, "%s": {"neither": "x"}}
                        """
                                .formatted(first, second));

        assertThat(refused.body().get("errors"))
                .extracting(error -> text(error, "field"))
                .containsExactlyInAnyOrder(
                        "override." + first + ".nope", "override." + second + ".neither");
    }

    @Test
    void publishesNoSessionAloneBeforeItsProgramme() {
        assertThat(
                        client.post("/api/sessions/" + first + "/publication", "{\"version\": 1}")
                                .problem())
                .isEqualTo("programme-not-published");
    }

    private void session(UUID id, long version, String date, String starts) {
        var answer =
                client.put(
                        "/api/sessions/" + id + "/draft",
                        """
                        {"version": %s, "programmeId": "%s", "eventId": "%s", "kind": "plenary",
                          "date": "%s", "starts": "%s", "ends": "20:00"}
                        """
                                .formatted(version, client.programme(), event, date, starts));
        assertThat(answer.status()).isEqualTo(version == 0 ? 201 : 200);
    }

    private void withdraw(UUID session) {
        take("/api/sessions/" + session);
    }

    private void removeTheEvent() {
        take(path + "/draft/events/" + event + "?version=1");
    }

    private void take(String target) {
        var answer =
                client.send(
                        HttpMethod.DELETE, target, null, Callers.organiserOf(client.programme()));
        assertThat(answer.status()).isEqualTo(204);
    }

    private JsonNode changes() {
        return client.get(path + "/draft/changes").body();
    }

    private Answer publish(JsonNode changes, String more) {
        return client.post(
                path + "/draft/publication",
                "{\"state\": \"" + text(changes, "state") + "\"" + more + "}");
    }

    private static List<String> fields(JsonNode changes, String part, UUID id) {
        return changes.valueStream()
                .filter(change -> text(change, "part").equals(part))
                .filter(change -> text(change, "id").equals(id.toString()))
                .flatMap(change -> change.get("fields").valueStream())
                .map(field ->
                        "%s %s → %s"
                                .formatted(
                                        text(field, "field"),
                                        text(field, "before"),
                                        text(field, "after")))
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
