package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;
import tools.jackson.databind.node.ObjectNode;

/// All drafts are published at a stated time, or the reason is told why they are not.
@RunningService
class PlannedPublicationIT {

    @Autowired private WebTestClient http;
    @Autowired private DatabaseClient database;
    @Autowired private PublishPlanned publishPlanned;
    @Autowired private Scenario scenario;
    @Autowired private Clock clock;

    private final UUID session = UUID.randomUUID();
    private OrganiserClient client;
    private String path;
    private String plan;

    @BeforeEach
    void draft() {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        plan = path + "/draft/publication/plan";
        client.send(
                HttpMethod.PUT,
                path + "/draft",
                """
                {"version": 0, "title": {"en": "Road-show"}, "timeZone": "America/Lima", "mode": "online",
                  "admission": "open", "policy": {"plenary": {"starts": "18:00", "ends": "20:00"}}}
                """,
                Callers.owner());
        client.put(
                "/api/sessions/" + session + "/draft",
                """
                {"version": 0, "programmeId": "%s", "kind": "plenary", "date": "2099-05-26",
                  "starts": "12:00", "ends": "13:00"}
                """
                        .formatted(client.programme()));
    }

    @Test
    void publishesWhenTheTimeHasComeAndNotBefore() {
        assertThat(plan(REASON).status()).isEqualTo(200);
        assertThat(client.get(plan).body().get("outdated").asBoolean()).isFalse();

        round();
        assertThat(client.get(path).status()).isEqualTo(404);

        theTimeComes();
        round();
        assertThat(client.get(path + "/sessions").body()).hasSize(1);
        assertThat(client.get(plan).status()).isEqualTo(404);
        var kept = client.get(path + "/publications").body();
        assertThat(kept.at("/items/0/note").asString()).isEqualTo("As agreed.");
        assertThat(kept.at("/items/0/by").isMissingNode()).isFalse();
        assertThat(
                        client.get("/api/sessions/" + session + "/changes")
                                .body()
                                .at("/items/0/override")
                                .asString())
                .isEqualTo("The minister flies at two.");

        round();
        assertThat(client.get(path + "/publications").body().get("items")).hasSize(1);
    }

    @Test
    void looksAtTheClockInEachRound() {
        var rounds = publishPlanned.round();
        plan(REASON);
        theTimeComes();

        rounds.block();

        assertThat(client.get(path).status()).isEqualTo(200);
    }

    private static final String REASON =
            ", \"override\": {\"%s\": {\"outside-plenary-window\": \"The minister flies at two.\"}}";

    @Test
    void asksForAnswersAtOnce() {
        assertThat(plan("").problem()).isEqualTo("changes-refused");
        assertThat(client.get(plan).status()).isEqualTo(404);
    }

    /// It is published some seconds after its time, and would be refused then.
    @Test
    void asksAboutWhatBeginsAtThatMinute() {
        var begins = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
        var local = begins.atZone(ZoneId.of("America/Lima"));
        var workshop = UUID.randomUUID();
        client.put(
                "/api/sessions/" + workshop + "/draft",
                """
                {"version": 0, "programmeId": "%s", "kind": "workshop", "date": "%s", "starts": "%s"}
                """
                        .formatted(client.programme(), local.toLocalDate(), local.toLocalTime()));

        assertThat(plan(begins, REASON).fault()).isEqualTo(workshop + ".date past");
        assertThat(plan(begins.minusSeconds(30), REASON).fault())
                .isEqualTo(workshop + ".date past");
        assertThat(against(workshop, "?at=" + begins)).isEqualTo("past");
        assertThat(against(workshop, "?at=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(against(workshop, "")).isEmpty();
        assertThat(client.get(path + "/draft/changes?at=soon").fault()).isEqualTo("at wrong-type");
        assertThat(client.get(path + "/draft/changes?at=9999-12-31T23:59:59Z").fault())
                .isEqualTo("at out-of-range");
        assertThat(plan(begins.minusSeconds(90), REASON).status()).isEqualTo(200);
    }

    private String against(UUID session, String query) {
        return client.get(path + "/draft/changes" + query)
                .body()
                .get("changes")
                .valueStream()
                .filter(change -> change.get("id").asString().equals(session.toString()))
                .map(change -> change.at("/objections/0/code").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void publishesNothingThatNobodySaw() {
        plan(REASON);
        var draft = (ObjectNode) client.get("/api/sessions/" + session + "/draft").body();
        client.put("/api/sessions/" + session + "/draft", draft.put("note", "New").toString());
        assertThat(client.get(plan).body().get("outdated").asBoolean()).isTrue();

        theTimeComes();
        round();

        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.get(plan).body().at("/refused/problem").asString())
                .isEqualTo("draft-changed");
        round();
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(plan(REASON).body().has("refused")).isFalse();
    }

    @Test
    void tellsWhoeverAskedThatNothingWasPublished() {
        plan(REASON);
        var draft = (ObjectNode) client.get("/api/sessions/" + session + "/draft").body();
        client.put("/api/sessions/" + session + "/draft", draft.put("note", "New").toString());
        theTimeComes();

        scenario.about(client.programme())
                .when(() -> {
                    round();
                    round();
                })
                .then(
                        Told.anyMessage(
                                "publication-refused",
                                """
                                {"programmeId": "%s", "title": {"en": "Road-show"},
                                 "timeZone": "America/Lima", "problem": "draft-changed"}
                                """
                                        .formatted(client.programme())));
    }

    @Test
    void isCalledOff() {
        plan(REASON);

        for (var again = 0; again < 2; again++) {
            assertThat(
                            client.send(
                                            HttpMethod.DELETE,
                                            plan,
                                            null,
                                            Callers.organiserOf(client.programme()))
                                    .status())
                    .isEqualTo(204);
        }

        assertThat(client.get(plan).status()).isEqualTo(404);
    }

    @Test
    void hasComeToPassWhenSomebodyPublishesBefore() {
        plan(REASON);

        client.post(path + "/draft/publication", "{" + body(REASON) + "}");

        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get(plan).status()).isEqualTo(404);
    }

    @Test
    void liesAheadByAYearAtMost() {
        for (var at : new Duration[] {Duration.ofMinutes(-1), Duration.ofDays(400)}) {
            assertThat(plan(clock.instant().plus(at), REASON).fault()).isEqualTo("at out-of-range");
        }
        assertThat(client.put(plan, "{\"state\": \"x\"}").fault()).isEqualTo("at required");
        assertThat(
                        client.put(
                                        plan,
                                        "{\"state\": \"x\", \"at\": \""
                                                + clock.instant().plus(Duration.ofDays(1))
                                                + "\"}")
                                .problem())
                .isEqualTo("draft-changed");
    }

    @Test
    void takesATimeAsItIsWritten() {
        for (var at : new String[] {"1796121256", "\"1796121256\"", "\"tomorrow\"", "[]"}) {
            assertThat(client.put(plan, "{\"state\": \"x\", \"at\": " + at + "}").fault())
                    .isEqualTo("at wrong-type");
        }
    }

    @Test
    void isForOrganisersAlone() {
        assertThat(client.send(HttpMethod.GET, plan, null, null).status()).isEqualTo(401);
        assertThat(client.send(HttpMethod.DELETE, plan, null, Callers.attendee()).status())
                .isEqualTo(403);
    }

    private Answer plan(String more) {
        return plan(clock.instant().plus(Duration.ofDays(2)), more);
    }

    private Answer plan(Instant at, String more) {
        return client.put(
                plan, "{\"at\": \"" + at + "\", \"note\": \"As agreed.\", " + body(more) + "}");
    }

    private String body(String more) {
        var state = client.get(path + "/draft/changes").body().get("state").asString();
        return "\"state\": \"" + state + "\"" + more.formatted(session);
    }

    private void theTimeComes() {
        database.sql("update planned_publications set at = now() where programme_id = :programme")
                .bind("programme", client.programme())
                .then()
                .block();
    }

    private void round() {
        publishPlanned.round().block();
    }
}
