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
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A session that was cancelled takes place after all: drafted first, and published as any change.
@RunningService
class ReinstatementIT {

    @Autowired private WebTestClient http;
    @Autowired private Scenario scenario;

    private final UUID session = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private OrganiserClient client;
    private String path;

    @BeforeEach
    void publishAndCancel() {
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
        begin(session, "2099-05-26");
        publishAll();
        client.post(of(session) + "/cancellation", "{\"reason\": {\"en\": \"Rain\"}}");
    }

    private void begin(UUID id, String date) {
        client.put(
                of(id) + "/draft",
                """
                {"version": 0, "programmeId": "%s", "kind": "plenary", "date": "%s",
                  "starts": "18:00", "ends": "20:00"}
                """
                        .formatted(client.programme(), date));
    }

    private static String of(UUID session) {
        return "/api/sessions/" + session;
    }

    private Answer changes() {
        return client.get(path + "/draft/changes");
    }

    private Answer publishAll() {
        var state = changes().body().get("state").asString();
        return client.post(path + "/draft/publication", "{\"state\": \"" + state + "\"}");
    }

    private Answer reinstate() {
        return client.send(
                HttpMethod.DELETE,
                of(session) + "/cancellation",
                null,
                Callers.organiserOf(client.programme()));
    }

    private long version() {
        return client.get(of(session)).body().get("version").asLong();
    }

    @Test
    void isDraftedAndToldWhenItIsPublished() {
        assertThat(client.get(of(session) + "/draft").body().get("cancelled").asBoolean()).isTrue();
        var version = version();

        var draft = reinstate();

        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body().has("cancelled")).isFalse();
        assertThat(client.get(of(session)).body().has("cancelled")).isTrue();
        assertThat(reinstate().body()).isEqualTo(draft.body());
        var change = changes().body().at("/changes/0");
        assertThat(change.get("change").asString()).isEqualTo("changed");
        assertThat(change.get("fields")).hasSize(1);
        assertThat(change.at("/fields/0/field").asString()).isEqualTo("cancelled");
        assertThat(change.at("/fields/0").hasNonNull("after")).isFalse();

        scenario.about(session)
                .when(() -> assertThat(publishAll().status()).isEqualTo(200))
                .then(Told.message("session-published", session));

        var published = client.get(of(session)).body();
        assertThat(published.has("cancelled")).isFalse();
        assertThat(published.get("version").asLong()).isEqualTo(version + 1);
        assertThat(changes().body().get("changes")).isEmpty();
        assertThat(
                        client.get(path + "/changelog")
                                .body()
                                .at("/entries/0/items/0/change")
                                .asString())
                .isEqualTo("reinstated");
        assertThat(client.get(of(session) + "/changes").body().at("/items/0/cancelled").asBoolean())
                .isFalse();
    }

    @Test
    void mayTakePlaceAtAnotherTimeAndIsPublishedByItself() {
        var draft = (ObjectNode) reinstate().body();
        draft.put("date", "2099-05-28");
        var moved = client.put(of(session) + "/draft", draft.toString());

        var published =
                client.post(
                        of(session) + "/publication",
                        "{\"version\": " + moved.body().get("version") + "}");

        assertThat(published.body().get("date").asString()).isEqualTo("2099-05-28");
        assertThat(published.body().has("cancelled")).isFalse();
    }

    /// While it was cancelled, another plenary may have taken its time.
    @Test
    void isHeldAgainstTheRulesAsANewOne() {
        begin(other, "2099-05-26");
        assertThat(publishAll().status()).isEqualTo(200);
        var draft = reinstate().body();

        assertThat(changes().body().at("/changes/0/objections/0/code").asString())
                .isEqualTo("overlapping-plenaries");
        assertThat(publishAll().problem()).isEqualTo("changes-refused");
        var seen = "{\"version\": " + draft.get("version");
        assertThat(client.post(of(session) + "/publication", seen + "}").problem())
                .isEqualTo("overlapping-plenaries");
        assertThat(
                        client.post(
                                        of(session) + "/publication",
                                        seen
                                                + ", \"override\": {\"overlapping-plenaries\":"
                                                + " \"Two halls\"}}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void isTakenBackByCancellingItAgainWithoutTellingAnybody() {
        var draft = (ObjectNode) reinstate().body();
        client.put(of(session) + "/draft", draft.put("date", "2099-05-28").toString());
        var version = version();

        assertThat(client.post(of(session) + "/cancellation", "{}").status()).isEqualTo(200);

        assertThat(version()).isEqualTo(version);
        assertThat(changes().body().get("changes")).isEmpty();
        var again = client.get(of(session) + "/draft").body();
        assertThat(again.get("cancelled").asBoolean()).isTrue();
        assertThat(again.get("date").asString()).isEqualTo("2099-05-26");
    }

    /// The publication in which it was cancelled is put back as what it was.
    @Test
    void goesFromTheDraftsWithAPublicationInWhichItIsCancelled() {
        reinstate();
        assertThat(putBack(2).at("/changes")).isEmpty();

        reinstate();
        assertThat(putBack(1).at("/changes/0/fields/0/field").asString()).isEqualTo("cancelled");
    }

    private JsonNode putBack(int number) {
        var state = changes().body().get("state").asString();
        return client.post(
                        path + "/publications/" + number + "/restoration",
                        "{\"state\": \"" + state + "\"}")
                .body();
    }

    /// Whoever goes back to before it was there and then to when it was has not brought it back.
    @Test
    void doesNotComeByWay() {
        begin(other, "2099-05-27");
        publishAll();
        client.post(of(other) + "/cancellation", "{}");
        assertThat(putBack(1).at("/changes/0/change").asString()).isEqualTo("removed");

        assertThat(putBack(3).at("/changes")).isEmpty();

        assertThat(client.get(of(other) + "/draft").body().get("cancelled").asBoolean()).isTrue();
    }

    @Test
    void isForOrganisersAloneAndOfWhatThereIs() {
        var cancellation = of(session) + "/cancellation";
        assertThat(client.send(HttpMethod.DELETE, cancellation, null, null).status())
                .isEqualTo(401);
        assertThat(client.send(HttpMethod.DELETE, cancellation, null, Callers.attendee()).status())
                .isEqualTo(403);
        assertThat(
                        client.send(
                                        HttpMethod.DELETE,
                                        of(UUID.randomUUID()) + "/cancellation",
                                        null,
                                        Callers.organiserOf(client.programme()))
                                .status())
                .isEqualTo(404);
    }
}
