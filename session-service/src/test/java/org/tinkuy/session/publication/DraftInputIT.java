package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a draft takes and what it does not, and how it is written.
@RunningService
class DraftInputIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
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
                            policy: {plenary: {starts: "18:00", ends: "20:00"}}
                            dialogue: {questions: true, commitments_tracked: false}
                            challenges: [{slug: hub, title: {en: Hub}, year: 2022}]
                        """
                                .formatted(UUID.randomUUID()));
        path = "/api/programmes/" + client.programme();
    }

    @Test
    void writesATimeOfDayAsWhatIsPublishedDoes() {
        assertThat(draft().at("/policy/plenary/starts").asString()).isEqualTo("18:00");
        assertThat(client.get(path).body().at("/policy/plenary/starts").asString())
                .isEqualTo("18:00");
    }

    @Test
    void takesAYearAsAnyWholeNumber() {
        var challenge = (ObjectNode) client.get(path + "/draft/challenges").body().get(0);
        assertThat(challenge.get("year").isInt()).isTrue();
        var target = path + "/draft/challenges/" + challenge.get("id").asString();

        var changed = client.put(target, challenge.put("year", 2023.0).toString());

        assertThat(changed.body().get("year").asInt()).isEqualTo(2023);
        assertThat(client.put(target, challenge.put("year", 2023.5).toString()).fault())
                .isEqualTo("year invalid-date");
    }

    @Test
    void wantsAPlenaryToLastAsLongAsFits() {
        for (var impossible : List.of("-PT2H", "PT0S", "PT2H1M", "PT30S")) {
            var draft = draft();
            ((ObjectNode) draft.at("/policy/plenary")).put("lasts", impossible);
            assertThat(change(draft).fault()).as(impossible).isEqualTo("policy.plenary impossible");
        }
        var draft = draft();
        ((ObjectNode) draft.at("/policy/plenary")).put("lasts", "PT90M");
        assertThat(change(draft).body().at("/policy/plenary/lasts").asString())
                .isEqualTo("PT1H30M");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        var session =
                """
                {"kind": "hub", "place": "%s", "title": {"en": "%s"}, "override": "%s"}
                """;
        var sessions = path + "/sessions";
        var face = "\uD83D\uDE00";
        var all = session.formatted(face.repeat(300), face.repeat(300), face.repeat(500));
        assertThat(client.post(sessions, all).status()).isEqualTo(201);
        assertThat(client.post(sessions, session.formatted(face.repeat(301), "a", "a")).fault())
                .isEqualTo("place too-long");
        assertThat(client.post(sessions, session.formatted("a", face.repeat(301), "a")).fault())
                .isEqualTo("title.en too-long");
        assertThat(client.post(sessions, session.formatted("a", "a", face.repeat(501))).fault())
                .isEqualTo("override too-long");
    }

    @Test
    void namesAnAnswerThatIsMissing() {
        var draft = draft();
        ((ObjectNode) draft.get("dialogue")).remove("commitmentsTracked");
        assertThat(change(draft).fault()).isEqualTo("dialogue.commitmentsTracked required");
    }

    @Test
    void isNowhereWhereThereIsNoProgramme() {
        for (var kind :
                List.of("", "/events", "/challenges", "/stands", "/follow-ups", "/sessions")) {
            var nowhere = "/api/programmes/" + UUID.randomUUID() + "/draft" + kind;
            assertThat(client.send(HttpMethod.GET, nowhere, null, Callers.owner()).status())
                    .as(nowhere)
                    .isEqualTo(404);
        }
    }

    private ObjectNode draft() {
        return (ObjectNode) client.get(path + "/draft").body();
    }

    private OrganiserClient.Answer change(JsonNode draft) {
        return client.put(path + "/draft", draft.toString());
    }
}
