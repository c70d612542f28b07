package org.tinkuy.session.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
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

/// Speakers are drafted with their programme, named by its sessions, and shown if they agreed.
@RunningService
class SpeakersIT {

    private static final String AGREED = ", \"agreed\": \"2026-11-20\"";

    @Autowired private WebTestClient http;

    private final UUID ana = UUID.randomUUID();
    private final UUID luis = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
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
                {"version": 0, "title": {"en": "Voices"}, "timeZone": "America/Lima", "mode": "online",
                  "admission": "open"}
                """,
                Callers.owner());
    }

    @Test
    void beginsChangesAndRemovesThemLikeEveryDraft() {
        var begun = speaker(ana, 0, "Ana Quispe", AGREED);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.body().get("slug").asString()).isEqualTo("ana-quispe");
        assertThat(speaker(ana, 0, "Ana Quispe", "").problem()).isEqualTo("draft-changed");
        assertThat(speaker(UUID.randomUUID(), 0, "Ana Quispe", "").body().get("slug").asString())
                .isEqualTo("ana-quispe-2");

        var changed = speaker(ana, 1, "Ana Quispe Huamán", ", \"role\": \" \"");

        assertThat(changed.body().get("slug").asString()).isEqualTo("ana-quispe");
        assertThat(changed.body().has("role")).isFalse();
        assertThat(client.get(path + "/draft/speakers").body()).hasSize(2);
        assertThat(remove(ana, 1).problem()).isEqualTo("draft-changed");
        assertThat(remove(ana, 2).status()).isEqualTo(204);
        assertThat(client.get(path + "/draft/speakers").body()).hasSize(1);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var refused =
                client.put(
                        path + "/draft/speakers/" + ana,
                        """
                        {"version": 0, "name": " ", "address": "ana", "languages": ["Spanish"]}
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors"))
                .extracting(
                        error -> error.get("field").asString() + " " + error.get("code").asString())
                .containsExactlyInAnyOrder(
                        "address invalid-address", "languages[0] invalid-value", "name required");
    }

    @Test
    void isForOrganisersAlone() {
        assertThat(client.send(HttpMethod.GET, path + "/draft/speakers", null, null).status())
                .isEqualTo(401);
        assertThat(
                        client.send(
                                        HttpMethod.PUT,
                                        path + "/draft/speakers/" + ana,
                                        "{\"version\": 0, \"name\": \"Ana\"}",
                                        Callers.organiserOf(UUID.randomUUID()))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void showsThoseWhoAgreedAndNobodysAddress() {
        speaker(ana, 0, "Ana Quispe", AGREED + ", \"address\": \"Ana@Example.org\"");
        speaker(luis, 0, "Luis Mamani", ", \"address\": \"luis@example.org\"");
        assertThat(session(0, "\"speakers\": [\"%s\", \"%s\"]".formatted(ana, luis)).status())
                .isEqualTo(201);

        publish();

        var programme = client.get(path).body();
        assertThat(programme.get("speakers")).hasSize(1);
        assertThat(programme.at("/speakers/0/name").asString()).isEqualTo("Ana Quispe");
        assertThat(programme.toString()).doesNotContain("Luis", "example.org");
        assertThat(file()).doesNotContain("Luis", "example.org");
        var told = Published.await("programmes", client.programme(), 1).getFirst().body();
        assertThat(told.toString()).contains("Ana Quispe").doesNotContain("Luis", "example.org");
        assertThat(new Contract("programmes", "programme-published").violations(told)).isEmpty();
        var toldOfSession = Published.await("sessions", session, 1).getFirst().body();
        assertThat(toldOfSession.at("/speakers/0").asString()).isEqualTo(ana.toString());
        assertThat(new Contract("sessions", "session-published").violations(toldOfSession))
                .isEmpty();
    }

    @Test
    void tellsWhoWouldSpeakInsteadOfWhom() {
        speaker(ana, 0, "Ana Quispe", AGREED);
        speaker(luis, 0, "Luis Mamani", AGREED);
        session(0, "\"speakers\": [\"%s\"]".formatted(ana));
        publish();

        session(1, "\"speakers\": [\"%s\"], \"moderators\": [\"%s\"]".formatted(luis, ana));

        var fields = changes().at("/0/fields");
        assertThat(fields).hasSize(2);
        assertThat(fields.at("/0/field").asString()).isEqualTo("speakers");
        assertThat(fields.at("/0/before/0").asString()).isEqualTo(ana.toString());
        assertThat(fields.at("/0/after/0").asString()).isEqualTo(luis.toString());
        assertThat(fields.at("/1/field").asString()).isEqualTo("moderators");
        assertThat(fields.at("/1/after/0").asString()).isEqualTo(ana.toString());
    }

    @Test
    void listsThemAmongWhatWouldChangeUntilTheyDoNotAgreeAnyMore() {
        speaker(ana, 0, "Ana Quispe", AGREED);
        assertThat(changes())
                .anySatisfy(change -> {
                    assertThat(change.get("part").asString()).isEqualTo("speaker");
                    assertThat(change.get("change").asString()).isEqualTo("added");
                    assertThat(change.get("name").asString()).isEqualTo("Ana Quispe");
                });
        publish();
        speaker(ana, 1, "Ana Quispe", "");

        assertThat(changes())
                .extracting(change -> change.get("change").asString())
                .containsExactly("removed");
        publish();

        assertThat(client.get(path).body().has("speakers")).isFalse();
    }

    @Test
    void letsASessionNameTheSpeakersOfItsProgrammeAlone() {
        speaker(ana, 0, "Ana Quispe", AGREED);

        var refused =
                session(0, "\"speakers\": [\"%s\"], \"moderators\": [\"%s\"]".formatted(ana, luis));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fault()).isEqualTo("moderators[0] unknown-speaker");
        assertThat(session(0, "\"moderators\": [\"%s\"]".formatted(ana)).status()).isEqualTo(201);
        publish();
        var scheduled =
                client.post(
                        path + "/sessions",
                        "{\"kind\": \"hub\", \"speakers\": [\"%s\"]}".formatted(luis));
        assertThat(scheduled.fault()).isEqualTo("speakers[0] unknown-speaker");
    }

    @Test
    void importsWhatItExported() {
        speaker(ana, 0, "Ana Quispe", AGREED + ", \"biography\": {\"es\": \"Ingeniera.\"}");
        session(0, "\"moderators\": [\"%s\"]".formatted(ana));
        publish();

        var file = file();

        assertThat(file).contains("slug: \"ana-quispe\"", "moderators:", "agreed: \"2026-11-20\"");
        var again =
                OrganiserClient.importing(
                        http,
                        file.replaceFirst("slug: \"voices[^\"]*", "slug: \"again-" + session));
        var programme = client.get("/api/programmes/" + again.programme()).body();
        assertThat(programme.at("/speakers/0/biography/es").asString()).isEqualTo("Ingeniera.");
        assertThat(
                        client.get("/api/programmes/" + again.programme() + "/sessions")
                                .body()
                                .at("/0/moderators/0")
                                .asString())
                .isEqualTo(programme.at("/speakers/0/id").asString());
    }

    private OrganiserClient.Answer speaker(UUID id, long version, String name, String more) {
        return client.put(
                path + "/draft/speakers/" + id,
                "{\"version\": %s, \"name\": \"%s\"%s}".formatted(version, name, more));
    }

    private OrganiserClient.Answer remove(UUID id, long version) {
        return client.send(
                HttpMethod.DELETE,
                path + "/draft/speakers/" + id + "?version=" + version,
                null,
                Callers.organiserOf(client.programme()));
    }

    private OrganiserClient.Answer session(long version, String people) {
        return client.put(
                "/api/sessions/" + session + "/draft",
                "{\"version\": %s, \"programmeId\": \"%s\", \"kind\": \"plenary\", %s}"
                        .formatted(version, client.programme(), people));
    }

    private String file() {
        var file =
                http.get()
                        .uri(path + "/file")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(file);
    }

    private JsonNode changes() {
        return client.get(path + "/draft/changes").body().get("changes");
    }

    private void publish() {
        var state = client.get(path + "/draft/changes").body();
        var published =
                client.post(
                        path + "/draft/publication",
                        ((ObjectNode) state).retain("state").toString());
        assertThat(published.status()).isEqualTo(200);
    }
}
