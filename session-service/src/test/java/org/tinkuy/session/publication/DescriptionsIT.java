package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class DescriptionsIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
    private String programme;

    @BeforeEach
    void importAProgramme() {
        client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: One}
                            description: {en: "Of the **whole**."}
                            time_zone: America/Lima
                            mode: online
                            events:
                              - slug: apurimac
                                title: {en: Apurímac}
                                description: {en: "Of the event:\\n\\n- one\\n- two"}
                            sessions:
                              - {kind: hub, date: 2027-05-26, description: {en: "Of the session."}}
                        """
                                .formatted(UUID.randomUUID()));
        programme = "/api/programmes/" + client.programme();
    }

    @Test
    void areImportedAndPublished() {
        var published = client.get(programme).body();

        assertThat(published.at("/description/en").asString()).isEqualTo("Of the **whole**.");
        assertThat(published.at("/events/0/description/en").asString())
                .isEqualTo("Of the event:\n\n- one\n- two");
        assertThat(session().at("/description/en").asString()).isEqualTo("Of the session.");
    }

    @Test
    void areDraftedAndPublishedWithTheirPart() {
        var event = programme + "/draft/events/";
        changed(programme + "/draft", client.get(programme + "/draft").body(), "Another.");
        var drafted = client.get(programme + "/draft/events").body().get(0);
        changed(event + drafted.get("id").asString(), drafted, "Another event.");
        var session = "/api/sessions/" + session().get("id").asString();
        changed(session + "/draft", client.get(session + "/draft").body(), null);

        var changes = client.get(programme + "/draft/changes").body();
        assertThat(changes.get("changes"))
                .allSatisfy(change ->
                        assertThat(change.at("/fields/0/field").asString())
                                .isEqualTo("description"))
                .hasSize(3);
        var answer =
                client.post(
                        programme + "/draft/publication",
                        "{\"state\": \"" + changes.get("state").asString() + "\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);

        var published = client.get(programme).body();
        assertThat(published.at("/description/en").asString()).isEqualTo("Another.");
        assertThat(published.at("/events/0/description/en").asString()).isEqualTo("Another event.");
        assertThat(session().has("description")).isFalse();
        assertThat(new Contract("programmes", "programme-published").violations(published))
                .isEmpty();
        assertThat(
                        new Contract("sessions", "session-published")
                                .violations(
                                        Published.await(
                                                        "sessions",
                                                        UUID.fromString(
                                                                session().get("id").asString()),
                                                        1)
                                                .getFirst()
                                                .body()))
                .isEmpty();
    }

    @Test
    void haveABound() {
        var draft = (ObjectNode) client.get(programme + "/draft").body();
        draft.putObject("description").put("en", "x".repeat(2001));

        var refused = client.put(programme + "/draft", draft.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fault()).isEqualTo("description.en too-long");
    }

    /// @param words `null`: none any more
    private void changed(String path, JsonNode before, @Nullable String words) {
        var draft = (ObjectNode) before.deepCopy();
        if (words == null) {
            draft.remove("description");
        } else {
            draft.putObject("description").put("en", words);
        }
        assertThat(client.put(path, draft.toString()).status()).isEqualTo(200);
    }

    private JsonNode session() {
        return client.get(programme + "/sessions").body().get(0);
    }
}
