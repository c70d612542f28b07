package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contention;

/// A programme that was never published goes with all that was drafted of it, or stays whole.
@RunningService
class DeletionIT {

    @Autowired private WebTestClient http;

    private final UUID event = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final UUID speaker = UUID.randomUUID();
    private final String slug = "deleted-" + UUID.randomUUID();
    private OrganiserClient client;
    private String path;

    @BeforeEach
    void write() {
        client = begun(slug);
        path = "/api/programmes/" + client.programme();
        put("/draft/events/" + event, "{\"version\": 0, \"title\": {\"en\": \"Cusco\"}}");
        put("/draft/speakers/" + speaker, "{\"version\": 0, \"name\": \"Ana Quispe\"}");
        put(
                "/draft/challenges/" + UUID.randomUUID(),
                "{\"version\": 0, \"title\": {\"en\": \"Water\"}}");
        put("/draft/stands/" + UUID.randomUUID(), "{\"version\": 0, \"title\": \"A stand\"}");
        put("/draft/follow-ups/" + UUID.randomUUID(), "{\"version\": 0, \"country\": \"Peru\"}");
        assertThat(session(0).status()).isEqualTo(201);
    }

    private OrganiserClient begun(String called) {
        var begun = new OrganiserClient(http, UUID.randomUUID());
        var answer =
                begun.send(
                        HttpMethod.PUT,
                        "/api/programmes/" + begun.programme() + "/draft",
                        """
                        {"version": 0, "slug": "%s", "title": {"en": "Never seen"},
                          "timeZone": "America/Lima", "mode": "online", "admission": "open"}
                        """
                                .formatted(called),
                        Callers.owner());
        assertThat(answer.status()).isEqualTo(201);
        return begun;
    }

    private void put(String part, String body) {
        assertThat(client.put(path + part, body).status()).isEqualTo(201);
    }

    private Answer session(long version) {
        return client.put(
                "/api/sessions/" + session + "/draft",
                """
                {"version": %d, "programmeId": "%s", "eventId": "%s", "kind": "hub",
                  "date": "2099-05-26", "starts": "12:00", "ends": "13:00", "speakers": ["%s"]}
                """
                        .replace("%d", String.valueOf(version))
                        .formatted(client.programme(), event, speaker));
    }

    private String state() {
        return client.get(path + "/draft/changes").body().get("state").asString();
    }

    private Answer delete(String state, @Nullable String by) {
        return client.send(HttpMethod.DELETE, path + "/draft?state=" + state, null, by);
    }

    private Answer delete(String state) {
        return delete(state, Callers.organiserOf(client.programme()));
    }

    @Test
    void leavesNothing() {
        var invitation = client.post(path + "/draft/speakers/" + speaker + "/invitation", "");
        var preview = client.post(path + "/previews", "{\"days\": 7}");
        assertThat(invitation.status()).isEqualTo(200);
        assertThat(preview.status()).isIn(200, 201);

        assertThat(delete(state()).status()).isEqualTo(204);

        assertThat(client.get(path + "/draft").status()).isEqualTo(404);
        assertThat(client.get("/api/sessions/" + session + "/draft").status()).isEqualTo(404);
        assertThat(client.get(path + "/draft/speakers").status()).isEqualTo(404);
        assertThat(client.get("/api/drafts").body().toString())
                .doesNotContain(client.programme().toString());
        assertThat(session(0).status()).isEqualTo(404);
        assertThat(delete("gone").status()).isEqualTo(404);
        begun(slug);
    }

    @Test
    void keepsWhatSomebodyWroteMeanwhile() {
        var seen = state();
        assertThat(session(1).status()).isEqualTo(200);

        assertThat(delete(seen).problem()).isEqualTo("draft-changed");

        assertThat(client.get("/api/sessions/" + session + "/draft").status()).isEqualTo(200);
    }

    /// Whoever writes first is not overlooked, and nobody writes to what is gone.
    @Test
    void isEitherBeforeOrAfterWhatSomebodyWrites() {
        var seen = state();
        var deleted = CompletableFuture.supplyAsync(() -> delete(seen));
        var written = CompletableFuture.supplyAsync(this::event).join();

        assertThat(deleted.join().status()).isEqualTo(written.status() == 200 ? 409 : 204);
        assertThat(written.status()).isIn(200, 404);
        assertThat(client.get(path + "/draft").status())
                .isEqualTo(written.status() == 200 ? 200 : 404);
    }

    private Answer event() {
        return client.put(
                path + "/draft/events/" + event, "{\"version\": 1, \"title\": {\"en\": \"Puno\"}}");
    }

    /// Whatever keeps it from ending keeps all of it.
    @Test
    void staysWholeWhereItCannotGoWhole(@Autowired Environment environment) {
        var seen = state();
        try (var contention = new Contention(environment, "speakers")) {
            contention.holdLock(Duration.ofMillis(50));

            assertThat(delete(seen).status()).isEqualTo(503);

            assertThat(state()).isEqualTo(seen);
            contention.letGo();
        }
        assertThat(delete(seen).status()).isEqualTo(204);
    }

    @Test
    void refusesWhatPeopleCouldReadOnce() {
        assertThat(
                        client.post(path + "/draft/publication", "{\"state\": \"" + state() + "\"}")
                                .status())
                .isEqualTo(200);
        assertThat(delete(state()).problem()).isEqualTo("was-published");

        client.send(
                HttpMethod.POST,
                path + "/unpublication",
                null,
                Callers.organiserOf(client.programme()));

        assertThat(delete(state()).problem()).isEqualTo("was-published");
        assertThat(client.get(path + "/draft").status()).isEqualTo(200);
    }

    @Test
    void isForItsOrganisersAlone() {
        var seen = state();

        assertThat(delete(seen, null).status()).isEqualTo(401);
        assertThat(delete(seen, Callers.attendee()).status()).isEqualTo(403);
        assertThat(delete(seen, Callers.organiserOf(UUID.randomUUID())).status()).isEqualTo(403);
        assertThat(
                        client.send(
                                        HttpMethod.DELETE,
                                        "/api/programmes/" + UUID.randomUUID() + "/draft?state=x",
                                        null,
                                        Callers.owner())
                                .status())
                .isEqualTo(404);
        assertThat(client.send(HttpMethod.DELETE, path + "/draft", null, Callers.owner()).status())
                .isEqualTo(400);
        assertThat(state()).isEqualTo(seen);
    }
}
