package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class SessionDraftIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
    private String hub;
    private String path;

    @BeforeEach
    void importAProgramme() {
        client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: online
                            policy: {plenary: {starts: "18:00", ends: "20:00", lasts: PT2H}}
                            sessions:
                              - {kind: plenary, date: 2027-05-26, starts: "18:00", ends: "20:00"}
                              - {kind: hub, title: {en: Before}, date: 2027-05-26, starts: "18:00", ends: "20:00"}
                        """
                                .formatted(UUID.randomUUID()));
        var sessions = client.get("/api/programmes/" + client.programme() + "/sessions").body();
        hub = sessions.get(1).get("id").asString();
        path = "/api/sessions/" + hub;
    }

    @Test
    void tellsNobodyOfADraftBeforeItIsPublished() {
        var changed = draft(1, "hub", "After");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(client.get(path + "/draft").body());
        assertThat(title(client.get(path).body())).isEqualTo("Before");

        var published = publish(2, "");

        assertThat(title(published.body())).isEqualTo("After");
        var messages = Published.await("sessions", UUID.fromString(hub), 2);
        assertThat(messages).extracting(Published::sequence).containsExactly(1L, 2L);
        assertThat(messages.getLast().body()).isEqualTo(published.body());
        assertThat(
                        new Contract("sessions", "session-published")
                                .violations(messages.getLast().body()))
                .isEmpty();
        assertThat(client.get(path + "/changes").body().get("items")).hasSize(1);
    }

    @Test
    void publishesAMoveALimitAndACancellationWithoutWhatIsOnlyDrafted() {
        draft(1, "hub", "After");

        var moved =
                client.put(
                        path + "/schedule",
                        """
                        {"version": 1, "date": "2027-05-27", "starts": "18:00", "ends": "20:00"}
                        """);
        var limited = client.put(path + "/capacity", "{\"capacity\": 25}");
        var cancelled = client.post(path + "/cancellation", "{}");

        assertThat(title(moved.body())).isEqualTo("Before");
        assertThat(title(limited.body())).isEqualTo("Before");
        assertThat(title(cancelled.body())).isEqualTo("Before");
        assertThat(Published.await("sessions", UUID.fromString(hub), 4))
                .allSatisfy(message -> assertThat(title(message.body())).isEqualTo("Before"));

        var published = publish(5, "").body();

        assertThat(title(published)).isEqualTo("After");
        assertThat(published.get("date").asString()).isEqualTo("2027-05-27");
        assertThat(published.get("capacity").asInt()).isEqualTo(25);
        assertThat(published.has("cancelled")).isTrue();
        assertThat(published.get("version").asLong()).isEqualTo(5);
    }

    @Test
    void letsADraftBreakARuleAndPublishesItForAReasonOnly() {
        assertThat(draft(1, "plenary", "After").status()).isEqualTo(200);

        assertThat(publish(2, "").problem()).isEqualTo("overlapping-plenaries");
        assertThat(publish(2, ", \"override\": \"Two halls.\"").status()).isEqualTo(200);
        assertThat(
                        client.get(path + "/changes")
                                .body()
                                .get("items")
                                .get(0)
                                .get("override")
                                .asString())
                .isEqualTo("Two halls.");
    }

    @Test
    void publishesAllThatWasDrafted() {
        var draft = (ObjectNode) client.get(path + "/draft").body();
        draft.put("date", "2020-05-27").put("starts", "09:00").put("ends", "10:00");
        draft.put("timeZone", "America/Bogota").put("place", "Cusco").put("capacity", 25);
        client.put(path + "/draft", draft.toString());

        assertThat(publish(2, "").body().get("questions").get(0).asString()).isEqualTo("past");
        var published = publish(2, ", \"meant\": [\"past\"]").body();

        assertThat(published.get("startsAt").asString()).isEqualTo("2020-05-27T14:00:00Z");
        assertThat(published.get("place").asString()).isEqualTo("Cusco");
        assertThat(published.get("capacity").asInt()).isEqualTo(25);
    }

    @Test
    void refusesWhatWasWrittenOverAnOlderDraft() {
        draft(1, "hub", "After");

        assertThat(draft(1, "hub", "Late").problem()).isEqualTo("draft-changed");
        assertThat(publish(1, "").problem()).isEqualTo("draft-changed");
        assertThat(publish(2, "").status()).isEqualTo(200);
    }

    @Test
    void namesAllThatADraftLacksWhereItIsBegun() {
        var refused =
                client.put("/api/sessions/" + UUID.randomUUID() + "/draft", "{\"version\":0}");

        assertThat(refused.body().get("errors").findValuesAsString("field"))
                .containsExactly("kind", "programmeId");
    }

    @Test
    void namesAReasonThatIsTooLongBesideAllElse() {
        var refused =
                client.post(path + "/publication", "{\"override\":\"" + "x".repeat(501) + "\"}");

        assertThat(refused.body().get("errors").findValuesAsString("field"))
                .containsExactly("override", "version");
    }

    @Test
    void tellsNobodyWhatIsPublishedAlready() {
        draft(1, "hub", "Before");

        assertThat(publish(2, "").body().get("version").asLong()).isEqualTo(1);

        assertThat(Published.await("sessions", UUID.fromString(hub), 1)).hasSize(1);
    }

    @Test
    void takesTheDraftAwayWithTheSession() {
        http.delete()
                .uri(path)
                .header("Authorization", Callers.organiserOf(client.programme()))
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(client.get(path + "/draft").problem()).isEqualTo("not-found");
        assertThat(client.get("/api/programmes/" + client.programme() + "/draft/sessions").body())
                .hasSize(1);
    }

    private OrganiserClient.Answer draft(long version, String kind, String title) {
        var draft = (ObjectNode) client.get(path + "/draft").body();
        draft.put("version", version).put("kind", kind).putObject("title").put("en", title);
        return client.put(path + "/draft", draft.toString());
    }

    private OrganiserClient.Answer publish(long version, String more) {
        return client.post(
                path + "/publication",
                String.format(Locale.ROOT, "{\"version\": %d%s}", version, more));
    }

    private static String title(JsonNode session) {
        return session.at("/title/en").asString();
    }
}
