package org.tinkuy.session.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class BeginDraftsIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
    private String path;

    @BeforeEach
    void begin() {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        assertThat(begin(path, "{\"es\": \"Minería y desarrollo %s\"}".formatted(word())).status())
                .isEqualTo(201);
    }

    @Test
    void keepsAProgrammeToItsOrganisersUntilItIsPublished() {
        var draft = client.get(path + "/draft").body();

        assertThat(draft.get("version").asLong()).isEqualTo(1);
        assertThat(draft.get("slug").asString()).startsWith("mineria-y-desarrollo-");
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.send(HttpMethod.GET, path + "/draft", null, Callers.attendee()).status())
                .isEqualTo(403);
        assertThat(listed(Callers.organiserOf(client.programme()))).hasSize(1);
        assertThat(listed(Callers.organiserOf(UUID.randomUUID()))).isEmpty();
        assertThat(listed(Callers.owner()).get(listed(Callers.owner()).size() - 1).get("id"))
                .isEqualTo(draft.get("id"));

        client.post(path + "/publication", "{\"version\": 1}");

        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(
                        listed(Callers.organiserOf(client.programme()))
                                .get(0)
                                .get("published")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void publishesWhomAttendeesWriteTo() {
        var draft = (ObjectNode) client.get(path + "/draft").body();

        var refused = client.put(path + "/draft", draft.put("contact", "equipo@").toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("contact");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("invalid-address");

        client.put(path + "/draft", draft.put("contact", " Equipo@Example.org ").toString());
        client.post(path + "/publication", "{\"version\": 2}");
        assertThat(client.get(path).body().get("contact").asString())
                .isEqualTo("equipo@example.org");

        client.put(path + "/draft", draft.put("version", 2).put("contact", " ").toString());
        assertThat(client.get(path + "/draft").body().has("contact")).isFalse();
    }

    @Test
    void beginsNothingTwice() {
        assertThat(begin(path, "{\"en\": \"Other\"}").problem()).isEqualTo("draft-changed");

        for (var kind : KINDS) {
            var target = path + "/draft/" + kind.name() + "/" + UUID.randomUUID();
            assertThat(client.put(target, kind.body(0)).status()).as(kind.name()).isEqualTo(201);
            assertThat(client.put(target, kind.body(0)).problem())
                    .as(kind.name())
                    .isEqualTo("draft-changed");
            assertThat(client.put(target, kind.body(1)).body().get("version").asLong())
                    .as(kind.name())
                    .isEqualTo(2);
        }
    }

    /// Two that are sent at once, as by a finger that taps twice.
    @Test
    void beginsOneOfTwoThatComeTogether() {
        for (var round = 0; round < 5; round++) {
            var target = "/api/programmes/" + UUID.randomUUID();
            var title = "{\"en\": \"Twice %s\"}".formatted(word());
            var answers =
                    Stream.of(1, 2)
                            .map(_ -> CompletableFuture.supplyAsync(() -> begin(target, title)))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .map(answer -> answer.status() + answer.problem())
                            .toList();

            assertThat(answers).containsExactlyInAnyOrder("201", "409draft-changed");
        }
    }

    @Test
    void takesNothingThatBelongsToAnotherProgramme() {
        var other = "/api/programmes/" + UUID.randomUUID();
        begin(other, "{\"en\": \"Other\"}");

        for (var kind : KINDS) {
            var part = "/draft/" + kind.name() + "/" + UUID.randomUUID();
            client.put(path + part, kind.body(0));
            var before = client.get(path + "/draft/" + kind.name()).body();

            var taken = client.send(HttpMethod.PUT, other + part, kind.body(0), Callers.owner());

            assertThat(taken.problem()).as(kind.name()).isEqualTo("draft-changed");
            assertThat(client.get(path + "/draft/" + kind.name()).body()).isEqualTo(before);
        }
    }

    @Test
    void removesWhatWasBegun() {
        for (var kind : KINDS) {
            var target = path + "/draft/" + kind.name() + "/" + UUID.randomUUID();
            client.put(target, kind.body(0));

            assertThat(remove(target, 2).problem()).as(kind.name()).isEqualTo("draft-changed");
            assertThat(remove(target, 1).status()).as(kind.name()).isEqualTo(204);
            assertThat(remove(target, 1).problem()).as(kind.name()).isEqualTo("not-found");
            assertThat(client.get(path + "/draft/" + kind.name()).body()).isEmpty();
        }
    }

    @Test
    void removesNoEventThatSessionsBelongTo() {
        var event = UUID.randomUUID();
        var target = path + "/draft/events/" + event;
        client.put(target, "{\"version\": 0, \"title\": {\"en\": \"Apurímac\"}}");
        var session = "/api/sessions/" + UUID.randomUUID();
        client.put(
                session + "/draft",
                """
                {"version": 0, "programmeId": "%s", "eventId": "%s", "kind": "hub"}
                """
                        .formatted(client.programme(), event));

        assertThat(remove(target, 1).problem()).isEqualTo("still-needed");
        assertThat(client.send(HttpMethod.DELETE, session, null, organiser()).status())
                .isEqualTo(204);
        assertThat(remove(target, 1).status()).isEqualTo(204);
    }

    @Test
    void callsEachPartByItsTitleAndNoTwoAlike() {
        var event = "{\"version\": 0, \"title\": {\"en\": \"¡Apurímac: 1.ª noche!\"}}";
        assertThat(slug(event)).isEqualTo("apurimac-1-a-noche");
        assertThat(slug(event)).isEqualTo("apurimac-1-a-noche-2");
        assertThat(slug("{\"version\": 0, \"title\": {\"ja\": \"鉱業\"}}")).isEqualTo("event");
        assertThat(
                        slug(
                                "{\"version\": 0, \"title\": {\"en\": \"%s\"}}"
                                        .formatted("x ".repeat(200))))
                .hasSizeLessThanOrEqualTo(Bounds.SLUG_LENGTH)
                .endsWith("-x");

        var wanted = "{\"version\": 0, \"title\": {\"en\": \"A\"}, \"slug\": \"event\"}";
        var taken = client.put(path + "/draft/events/" + UUID.randomUUID(), wanted);
        assertThat(taken.problem()).isEqualTo("slug-taken");
        assertThat(taken.fault()).isEqualTo("slug taken");
        var programme = client.get(path + "/draft").body().get("slug").asString();
        assertThat(
                        begin("/api/programmes/" + UUID.randomUUID(), "{\"en\": \"A\"}", programme)
                                .problem())
                .isEqualTo("slug-taken");
        assertThat(
                        begin("/api/programmes/" + UUID.randomUUID(), "{\"en\": \"A\"}", "Not One")
                                .fault())
                .isEqualTo("slug invalid-value");
    }

    @Test
    void leavesTheBeginningOfProgrammesToTheOwner() {
        var target = "/api/programmes/" + client.programme() + "/draft";
        assertThat(client.put(target, body("{\"en\": \"A\"}", "null")).status()).isEqualTo(403);
    }

    private record Kind(String name, String said) {

        String body(long version) {
            return "{\"version\": " + version + ", " + said + "}";
        }
    }

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("events", "\"title\": {\"en\": \"Apurímac\"}"),
                    new Kind("challenges", "\"title\": {\"en\": \"Hub\"}"),
                    new Kind("stands", "\"title\": \"Books\""),
                    new Kind("follow-ups", "\"country\": \"Mali\""));

    private Answer begin(String programme, String title) {
        return begin(programme, title, "null");
    }

    private Answer begin(String programme, String title, String slug) {
        return client.send(
                HttpMethod.PUT,
                programme + "/draft",
                body(title, slug.equals("null") ? slug : "\"" + slug + "\""),
                Callers.owner());
    }

    private static String body(String title, String slug) {
        return """
        {"version": 0, "slug": %s, "title": %s, "timeZone": "America/Lima", "mode": "hybrid", "admission": "open"}
        """
                .formatted(slug, title);
    }

    private String slug(String event) {
        return client.put(path + "/draft/events/" + UUID.randomUUID(), event)
                .body()
                .get("slug")
                .asString();
    }

    private Answer remove(String target, long version) {
        return client.send(HttpMethod.DELETE, target + "?version=" + version, null, organiser());
    }

    private String organiser() {
        return Callers.organiserOf(client.programme());
    }

    private JsonNode listed(String caller) {
        return client.send(HttpMethod.GET, "/api/drafts", null, caller).body();
    }

    private static String word() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
