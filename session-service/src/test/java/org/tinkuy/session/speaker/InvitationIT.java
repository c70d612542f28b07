package org.tinkuy.session.speaker;

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
import tools.jackson.databind.node.ObjectNode;

/// A speaker confirms and mends their own entry by a link, and decides alone whether they are
/// shown.
@RunningService
class InvitationIT {

    @Autowired private WebTestClient http;
    @Autowired private DatabaseClient database;

    private final UUID ana = UUID.randomUUID();
    private OrganiserClient client;
    private String path;
    private String speaker;

    @BeforeEach
    void write() {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        speaker = path + "/draft/speakers/" + ana;
        client.send(
                HttpMethod.PUT,
                path + "/draft",
                """
                {"version": 0, "title": {"en": "Invited"}, "timeZone": "America/Lima", "mode": "online",
                  "admission": "open"}
                """,
                Callers.owner());
        client.put(
                speaker,
                """
                {"version": 0, "name": "Ana", "address": "ana@example.org", "agreed": "2026-11-20"}
                """);
    }

    @Test
    void letsASpeakerMendTheirEntryAndAgree() {
        var token = invited();
        var seen = look(token);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().at("/programme/en").asString()).isEqualTo("Invited");
        assertThat(seen.body().has("agrees")).isFalse();
        assertThat(seen.body().toString()).doesNotContain("example.org");

        var answered = answer(token, 1, "\"role\": \"Engineer\", \"agrees\": true");

        assertThat(answered.body().get("agrees").asBoolean()).isTrue();
        var draft = client.get(path + "/draft/speakers").body().get(0);
        assertThat(draft.get("name").asString()).isEqualTo("Ana Quispe");
        assertThat(draft.get("address").asString()).isEqualTo("ana@example.org");
        assertThat(draft.get("agreed").asString()).isNotEqualTo("2026-11-20");
        assertThat(draft.at("/answer/agrees").asBoolean()).isTrue();
        assertThat(answer(token, 1, "\"agrees\": false").problem()).isEqualTo("draft-changed");
    }

    @Test
    void hidesWhoDoesNotAgreeAtOnceWhateverOrganisersSay() {
        publish();
        assertThat(client.get(path).body().get("speakers")).hasSize(1);
        var token = invited();

        assertThat(answer(token, 1, "\"agrees\": false").status()).isEqualTo(200);

        assertThat(client.get(path).body().has("speakers")).isFalse();
        var again =
                client.put(
                        speaker, "{\"version\": 2, \"name\": \"Ana\", \"agreed\": \"2026-11-20\"}");
        assertThat(again.fault()).isEqualTo("agreed impossible");
        assertThat(client.put(speaker, "{\"version\": 2, \"name\": \"Ana\"}").status())
                .isEqualTo(200);
        assertThat(answer(token, 3, "\"agrees\": true").status()).isEqualTo(200);
        publish();
        assertThat(client.get(path).body().get("speakers")).hasSize(1);
    }

    @Test
    void opensNothingAfterTheNextLinkOrItsTimeOrWithoutOne() {
        var former = invited();
        var token = invited();
        assertThat(look(former).status()).isEqualTo(404);
        assertThat(look(token).status()).isEqualTo(200);
        assertThat(look("nonsense").problem()).isEqualTo("not-found");
        assertThat(look("").fault()).isEqualTo("token required");
        assertThat(answer("nonsense", 1, "\"agrees\": true").status()).isEqualTo(404);

        database.sql("update speaker_invitations set expires_at = now() where speaker_id = :id")
                .bind("id", ana)
                .then()
                .block();

        assertThat(look(token).status()).isEqualTo(404);
        assertThat(
                        client.send(
                                        HttpMethod.POST,
                                        speaker + "/invitation",
                                        null,
                                        Callers.organiserOf(UUID.randomUUID()))
                                .status())
                .isEqualTo(403);
        assertThat(
                        client.post(
                                        path
                                                + "/draft/speakers/"
                                                + UUID.randomUUID()
                                                + "/invitation",
                                        "{}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void namesWhatIsWrongAndKeepsNoSecret() {
        var token = invited();

        assertThat(answer(token, 1, "\"languages\": [\"x\"]").body().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactly("agrees", "languages[0]");
        assertThat(
                        database.sql(
                                        "select secret_digest from speaker_invitations where"
                                                + " speaker_id = :id")
                                .bind("id", ana)
                                .mapValue(String.class)
                                .one()
                                .block())
                .hasSize(64)
                .doesNotContain(token);
    }

    private String invited() {
        var invitation =
                client.send(
                        HttpMethod.POST,
                        speaker + "/invitation",
                        null,
                        Callers.organiserOf(client.programme()));
        assertThat(invitation.status()).isEqualTo(200);
        return invitation.body().get("token").asString();
    }

    private Answer look(String token) {
        return client.send(
                HttpMethod.POST,
                "/api/speaker-invitations/preview",
                "{\"token\": \"%s\"}".formatted(token),
                null);
    }

    private Answer answer(String token, long version, String more) {
        return client.send(
                HttpMethod.POST,
                "/api/speaker-invitations",
                "{\"token\": \"%s\", \"version\": %s, \"name\": \"Ana Quispe\", %s}"
                        .formatted(token, version, more),
                null);
    }

    private void publish() {
        var state = (ObjectNode) client.get(path + "/draft/changes").body();
        assertThat(
                        client.post(path + "/draft/publication", state.retain("state").toString())
                                .status())
                .isEqualTo(200);
    }
}
