package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class DraftsIT {

    @Autowired private WebTestClient http;
    @Autowired private List<Republishable> republishables;

    private final String slug = "p-" + UUID.randomUUID();
    private OrganiserClient client;
    private UUID programme;

    @BeforeEach
    void importAProgramme() {
        client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: %s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: in-person
                            place: Lima
                            policy: {plenary: {starts: "18:00", ends: "20:00", lasts: PT2H}}
                            events:
                              - slug: apurimac
                                title: {en: Apurímac}
                                sessions:
                                  - {kind: plenary, date: 2027-05-26, starts: "18:00", ends: "20:00"}
                                  - {kind: hub, place: Abancay, date: 2027-05-26, starts: "18:00", ends: "20:00"}
                            challenges: [{slug: hub, title: {en: Hub}, edition: 1}]
                            fair: [{stand: Books, resources: [atlas]}]
                            follow_up_trainings: [{country: Mali, time_zone: Africa/Bamako, language: fr}]
                        """
                                .formatted(slug));
        programme = client.programme();
    }

    @Test
    void keepsADraftToItsOrganisersUntilItIsPublished() {
        var before = get("/api/programmes/" + slug).body();
        var republished = republished("programmes");

        var draft = object(get(draftOf("")));
        draft.putObject("title").put("en", "Two");
        draft.put("place", "Cusco");
        var changed = put(draftOf(""), draft);

        assertThat(changed.body().get("version").asLong()).isEqualTo(2);
        assertThat(get(draftOf("")).body()).isEqualTo(changed.body());
        assertThat(get("/api/programmes/" + slug).body()).isEqualTo(before);
        assertThat(republished("programmes")).isEqualTo(republished);
        assertThat(
                        get("/api/programmes/" + slug + "/sessions")
                                .body()
                                .get(0)
                                .get("place")
                                .asString())
                .isEqualTo("Lima");

        var published = publish("/api/programmes/" + programme, 2);

        assertThat(published.body().at("/title/en").asString()).isEqualTo("Two");
        assertThat(get("/api/programmes/" + slug).body()).isEqualTo(published.body());
        var messages = Published.await("programmes", programme, 2);
        assertThat(messages).extracting(Published::sequence).containsExactly(1L, 2L);
        assertThat(messages.getLast().body()).isEqualTo(published.body());
        assertThat(
                        new Contract("programmes", "programme-published")
                                .violations(messages.getLast().body()))
                .isEmpty();
    }

    @Test
    void tellsAgainOnlyThoseSessionsThatTakeSomethingFromTheProgramme() {
        var sessions = get("/api/programmes/" + slug + "/sessions").body();
        var plenary = id(sessions.get(0));
        var hub = id(sessions.get(1));
        var draft = object(get(draftOf("")));
        draft.put("place", "Cusco");
        put(draftOf(""), draft);

        publish("/api/programmes/" + programme, 2);

        var told = Published.await("sessions", plenary, 2);
        assertThat(told).extracting(Published::sequence).containsExactly(1L, 2L);
        assertThat(told.getLast().body().get("place").asString()).isEqualTo("Cusco");
        assertThat(get("/api/sessions/" + plenary).body()).isEqualTo(told.getLast().body());
        assertThat(Published.of("sessions", hub)).hasSize(1);
    }

    @Test
    void publishesNoTimeZoneThatLeavesOutTheTimeOfASession() {
        var scheduled =
                client.post(
                        "/api/programmes/" + programme + "/sessions",
                        """
                        {"kind": "hub", "date": "2027-09-05", "starts": "00:15", "ends": "01:30"}
                        """);
        assertThat(scheduled.status()).isEqualTo(201);
        var draft = object(get(draftOf("")));
        draft.put("timeZone", "America/Santiago");
        put(draftOf(""), draft);

        var refused =
                client.post("/api/programmes/" + programme + "/publication", "{\"version\": 2}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("changes-refused");
        assertThat(refused.fault()).isEqualTo(id(scheduled.body()) + ".starts skipped-time");
        assertThat(get("/api/programmes/" + slug).body().get("timeZone").asString())
                .isEqualTo("America/Lima");
    }

    @Test
    void changesAndPublishesOneEventAndNothingBeside() {
        var event = get(draftOf("/events")).body().get(0);
        var path = draftOf("/events/" + event.get("id").asString());
        var programmeDraft = object(get(draftOf("")));
        programmeDraft.putObject("motto").put("en", "Not yet");
        put(draftOf(""), programmeDraft);
        var draft = (ObjectNode) event.deepCopy();
        draft.put("region", "Apurímac").put("timeZone", "America/Bogota");
        draft.put("starts", "2027-05-26").put("ends", "2027-05-26");

        assertThat(put(path, draft).body().get("version").asLong()).isEqualTo(2);
        assertThat(get("/api/programmes/" + slug).body().at("/events/0").has("region")).isFalse();

        var published =
                publish(
                        "/api/programmes/" + programme + "/events/" + event.get("id").asString(),
                        2);

        assertThat(published.body().at("/events/0/region").asString()).isEqualTo("Apurímac");
        assertThat(published.body().has("motto")).isFalse();
        var sessions = get("/api/programmes/" + slug + "/sessions").body();
        assertThat(sessions.get(0).get("timeZone").asString()).isEqualTo("America/Bogota");
        assertThat(sessions.get(0).get("version").asLong()).isEqualTo(2);
    }

    @Test
    void changesAChallengeAStandAndAFollowUpEachByItself() {
        change("/challenges", draft -> draft.put("edition", 2));
        change("/stands", draft -> draft.put("host", "Library"));
        change("/follow-ups", draft -> draft.put("language", "bm"));
        assertThat(get("/api/programmes/" + slug).body().at("/challenges/0/edition").asInt())
                .isEqualTo(1);

        var published = publish("/api/programmes/" + programme, 1).body();

        assertThat(published.at("/challenges/0/edition").asInt()).isEqualTo(2);
        assertThat(published.at("/challenges/0/title/en").asString()).isEqualTo("Hub");
        assertThat(published.at("/stands/0/host").asString()).isEqualTo("Library");
        assertThat(published.at("/stands/0/resources/0").asString()).isEqualTo("atlas");
        assertThat(published.at("/followUps/0/language").asString()).isEqualTo("bm");
        assertThat(new Contract("programmes", "programme-published").violations(published))
                .isEmpty();
    }

    @Test
    void tellsNobodyWhenNothingToSeeWasChanged() {
        change("/stands", draft -> draft);

        publish("/api/programmes/" + programme, 1);
        publish("/api/programmes/" + programme, 1);

        assertThat(Published.await("programmes", programme, 1)).hasSize(1);
    }

    @Test
    void refusesWhatWasWrittenOverAnOlderDraft() {
        for (var path : List.of("", "/events", "/challenges", "/stands", "/follow-ups")) {
            var found = get(draftOf(path)).body();
            var draft = (ObjectNode) (found.isArray() ? found.get(0) : found);
            var target =
                    found.isArray()
                            ? draftOf(path + "/" + draft.get("id").asString())
                            : draftOf(path);
            assertThat(put(target, draft).status()).isEqualTo(200);

            var late = put(target, draft);

            assertThat(late.status()).as(path).isEqualTo(409);
            assertThat(late.problem()).as(path).isEqualTo("draft-changed");
        }
        assertThat(publish("/api/programmes/" + programme, 1).problem()).isEqualTo("draft-changed");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var draft = object(get(draftOf("")));
        draft.put("timeZone", "UTC-5");
        assertThat(put(draftOf(""), draft).fault()).isEqualTo("timeZone invalid-time-zone");
        draft.put("timeZone", "America/Lima").put("starts", "2027-02-02").put("ends", "2027-02-01");
        assertThat(put(draftOf(""), draft).fault()).isEqualTo("ends impossible");
        draft.remove("ends");
        ((ObjectNode) draft.at("/policy/plenary")).put("ends", "17:00");
        assertThat(put(draftOf(""), draft).fault()).isEqualTo("policy.plenary impossible");
        draft.remove("policy");
        draft.putObject("title");
        assertThat(put(draftOf(""), draft).fault()).isEqualTo("title required");
        assertThat(put(draftOf("/stands/" + UUID.randomUUID()), stand()).problem())
                .isEqualTo("not-found");
        assertThat(client.post("/api/programmes/" + programme + "/publication", "{}").fault())
                .isEqualTo("version required");
    }

    @Test
    void isForOrganisersOfTheProgrammeOnly() {
        var statuses = new TreeSet<String>();
        var session = id(get("/api/programmes/" + slug + "/sessions").body().get(0));
        for (var path :
                List.of(
                        draftOf(""),
                        draftOf("/events"),
                        draftOf("/challenges"),
                        draftOf("/stands"),
                        draftOf("/follow-ups"),
                        draftOf("/sessions"),
                        "/api/sessions/" + session + "/draft")) {
            statuses.add("anonymous " + client.send(HttpMethod.GET, path, null, null).status());
            statuses.add(
                    "attendee "
                            + client.send(HttpMethod.GET, path, null, Callers.attendee()).status());
        }
        for (var path :
                List.of(
                        "/api/programmes/" + programme + "/publication",
                        "/api/sessions/" + session + "/publication")) {
            var body = "{\"version\": 1}";
            statuses.add("anonymous " + client.send(HttpMethod.POST, path, body, null).status());
            statuses.add(
                    "attendee "
                            + client.send(HttpMethod.POST, path, body, Callers.attendee())
                                    .status());
        }

        assertThat(statuses).containsExactly("anonymous 401", "attendee 403");
    }

    private void change(String kind, UnaryOperator<ObjectNode> change) {
        var draft = (ObjectNode) get(draftOf(kind)).body().get(0);
        var target = draftOf(kind + "/" + draft.get("id").asString());

        var changed = put(target, change.apply(draft));

        assertThat(changed.status()).as(kind).isEqualTo(200);
        assertThat(changed.body().get("version").asLong()).as(kind).isEqualTo(2);
    }

    private static ObjectNode stand() {
        return JsonMapper.shared().createObjectNode().put("version", 1).put("title", "Books");
    }

    private List<String> republished(String topic) {
        return republishables.stream()
                .filter(one -> one.topic().equals(topic))
                .flatMap(one -> one.currentStates().toStream())
                .filter(message -> message.key().equals(programme.toString()))
                .map(OutboxMessage::data)
                .map(JsonMapper.shared()::writeValueAsString)
                .toList();
    }

    private String draftOf(String kind) {
        return "/api/programmes/" + programme + "/draft" + kind;
    }

    private static UUID id(JsonNode one) {
        return UUID.fromString(one.get("id").asString());
    }

    private static ObjectNode object(Answer answer) {
        return (ObjectNode) answer.body();
    }

    private Answer publish(String path, long version) {
        return client.post(
                path + "/publication", String.format(Locale.ROOT, "{\"version\": %d}", version));
    }

    private Answer get(String path) {
        return client.get(path);
    }

    private Answer put(String path, JsonNode body) {
        return client.put(path, body.toString());
    }
}
