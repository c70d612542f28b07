package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class SessionApiIT {

    private static final String PLENARY =
            """
            {"kind": "plenary", "date": "2027-05-26", "starts": "18:00", "ends": "20:00",
             "title": {"es": "Apertura", "en": "Opening"}, "capacity": 3}
            """;

    @Autowired private WebTestClient http;
    @Autowired private InnerSide inner;

    private UUID programme;

    @BeforeEach
    void importAProgramme() {
        var imported =
                http.post()
                        .uri("/api/programmes/import")
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .contentType(MediaType.APPLICATION_YAML)
                        .bodyValue(
                                """
                                programmes:
                                  - slug: p-%s
                                    title: {en: One}
                                    time_zone: America/Lima
                                    mode: online
                                    policy: {plenary: {starts: "18:00", ends: "20:00", lasts: PT2H}}
                                """
                                        .formatted(UUID.randomUUID()))
                        .exchange();
        programme = id(json(imported.expectStatus().isOk()).get(0));
    }

    @Test
    void publishesEveryStateOfASessionUntilItIsWithdrawn() {
        var session = id(json(schedule(PLENARY).expectStatus().isCreated()));
        limit(session, "{\"capacity\": 5}").expectStatus().isOk();
        limit(session, "{\"capacity\": null}").expectStatus().isOk();
        withdraw(session).expectStatus().isNoContent();

        var messages = Published.await("sessions", session, 4);

        assertThat(messages).extracting(Published::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(messages).extracting(Published::subject).containsOnly(session.toString());
        assertThat(messages.subList(0, 3))
                .extracting(Published::body)
                .allSatisfy(body ->
                        assertThat(new Contract("sessions", "session-published").violations(body))
                                .isEmpty());
        assertThat(messages.get(1).body().get("capacity").asInt()).isEqualTo(5);
        assertThat(messages.get(2).body().has("capacity")).isFalse();
        assertThat(messages.get(3).isTombstone()).isTrue();
    }

    @Test
    void answersWhatItPublished() {
        var answer = json(schedule(PLENARY).expectStatus().isCreated());

        var message = Published.await("sessions", id(answer), 1).getFirst();

        assertThat(message.body()).isEqualTo(answer);
        assertThat(json(get("/api/sessions/" + id(answer)).expectStatus().isOk()))
                .isEqualTo(answer);
        assertThat(json(get("/api/programmes/" + programme + "/sessions")).get(0))
                .isEqualTo(answer);
        assertThat(answer.get("startsAt").asString()).isEqualTo("2027-05-26T23:00:00Z");
    }

    @Test
    void publishesAgainWhatIsThereAndWhatIsNot() {
        var kept = id(json(schedule(PLENARY)));
        var withdrawn = id(json(schedule(PLENARY.replace("05-26", "05-27"))));
        withdraw(withdrawn).expectStatus().isNoContent();
        Published.await("sessions", withdrawn, 2);

        inner.http()
                .post()
                .uri("/actuator/republish")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        var again = Published.await("sessions", kept, 2);
        assertThat(again.getLast()).isEqualTo(again.getFirst());
        assertThat(Published.await("sessions", withdrawn, 3).getLast().isTombstone()).isTrue();
        assertThat(Published.await("programmes", programme, 2)).hasSize(2);
    }

    @Test
    void withdrawsOnceHoweverOftenAsked() {
        var session = id(json(schedule(PLENARY)));

        withdraw(session).expectStatus().isNoContent();

        expectProblem(withdraw(session), 404, "not-found");
        expectProblem(get("/api/sessions/" + session), 404, "not-found");
        expectProblem(limit(session, "{\"capacity\": 5}"), 404, "not-found");
    }

    @Test
    void refusesAPlenaryOutsideTheWindowUnlessTheOrganiserInsists() {
        var morning = PLENARY.replace("18:00", "09:00").replace("20:00", "11:00");

        expectProblem(schedule(morning), 409, "outside-plenary-window");
        schedule(
                        morning.replace(
                                "{\"kind\"",
                                "{\"override\": \"The minister arrives early.\", \"kind\""))
                .expectStatus()
                .isCreated();
    }

    @Test
    void letsOnlyOrganisersOfTheProgrammeChangeAnything() {
        var session = id(json(schedule(PLENARY)));
        var path = "/api/programmes/" + programme + "/sessions";

        expectProblem(post(path, PLENARY, null), 401, "unauthenticated");
        expectProblem(post(path, PLENARY, Callers.attendee()), 403, "forbidden");
        expectProblem(
                post(path, PLENARY, Callers.organiserOf(UUID.randomUUID())), 403, "forbidden");
        expectProblem(
                http.delete()
                        .uri("/api/sessions/" + session)
                        .header(HttpHeaders.AUTHORIZATION, Callers.attendee())
                        .exchange(),
                403,
                "forbidden");
        expectProblem(
                http.put()
                        .uri("/api/sessions/" + session + "/capacity")
                        .header(HttpHeaders.AUTHORIZATION, Callers.attendee())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"capacity\": 1}")
                        .exchange(),
                403,
                "forbidden");
        expectProblem(post(path, PLENARY, "Bearer nonsense"), 401, "unauthenticated");
        assertThat(Published.of("sessions", session)).hasSizeLessThan(2);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        expectError(schedule("{}"), "kind", "required");
        expectError(schedule("{\"kind\": \"party\"}"), "kind", "invalid-value");
        expectError(schedule("{\"kind\": \"\"}"), "kind", "invalid-value");
        expectError(schedule("{\"kind\": \" hub\"}"), "kind", "invalid-value");
        expectError(schedule("{\"kind\": 1}"), "kind", "wrong-type");
        expectError(schedule("{\"kind\": []}"), "kind", "wrong-type");
        expectError(
                schedule("{\"kind\": \"hub\", \"date\": \"2027-02-30\"}"), "date", "invalid-date");
        expectError(
                schedule("{\"kind\": \"hub\", \"starts\": \"soon\"}"), "starts", "invalid-time");
        expectError(
                schedule("{\"kind\": \"hub\", \"timeZone\": \"UTC-5\"}"),
                "timeZone",
                "invalid-time-zone");
        expectError(schedule("{\"kind\": \"hub\", \"ends\": \"18:00\"}"), "ends", "impossible");
        expectError(schedule("{\"kind\": \"hub\", \"capacity\": 0}"), "capacity", "out-of-range");
        expectError(schedule("{\"kind\": \"hub\", \"capacity\": \"3\"}"), "capacity", "wrong-type");
        expectError(schedule("{\"kind\": \"hub\", \"eventId\": \"x\"}"), "eventId", "invalid-id");
        expectError(schedule("{\"kind\": \"hub\", \"eventId\": \"\"}"), "eventId", "invalid-id");
        expectError(
                schedule("{\"kind\": \"hub\", \"eventId\": \"%s\"}".formatted(UUID.randomUUID())),
                "eventId",
                "unknown-event");
        expectError(
                schedule("{\"kind\": \"hub\", \"place\": \"%s\"}".formatted("x".repeat(301))),
                "place",
                "too-long");
        expectError(
                schedule("{\"kind\": \"hub\", \"title\": {\"en\": \"\"}}"), "title.en", "required");
        expectError(schedule("{\"kind\": "), "", "malformed");
        expectError(schedule("[]"), "", "wrong-type");
        expectError(limit(UUID.randomUUID(), "{}"), "capacity", "required");
        expectError(get("/api/sessions/1"), "id", "invalid-id");
        expectError(get("/api/sessions/ "), "id", "invalid-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\\u0001B",
                "a\\u0000",
                "a\\r\\nb",
                "a\\nb",
                "\\ud800",
                "a\\u2028b",
                "\\u202eb",
                "a\\uffff"
            })
    void takesOneLineForATitleAndAPlace(String written) {
        expectError(
                schedule("{\"kind\": \"hub\", \"place\": \"%s\"}".formatted(written)),
                "place",
                "invalid-characters");
        expectError(
                schedule("{\"kind\": \"hub\", \"title\": {\"en\": \"%s\"}}".formatted(written)),
                "title.en",
                "invalid-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u3164", "\\u00a0", "\\u2800", "\\u115f", " \\u200d ", "\\ufe0f"})
    void takesNoTitleThatNobodySees(String written) {
        expectError(
                schedule("{\"kind\": \"hub\", \"title\": {\"en\": \"%s\"}}".formatted(written)),
                "title.en",
                "required");
    }

    @Test
    void takesNoControlCharactersInReasons() {
        expectError(
                schedule("{\"kind\": \"hub\", \"override\": \"a\\u0007b\"}"),
                "override",
                "invalid-characters");
        expectError(
                post(
                        "/api/sessions/" + UUID.randomUUID() + "/cancellation",
                        "{\"reason\": {\"en\": \"a\\u0007b\"}}",
                        Callers.owner()),
                "reason.en",
                "invalid-characters");
    }

    @Test
    void tellsWhereASessionIsThatWasScheduled() {
        schedule("{\"kind\": \"hub\", \"capacity\": 5.0}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/sessions/[0-9a-f-]{36}");
    }

    @Test
    void tellsTheHeadOfWhatAnybodyMayRead() {
        for (var path : List.of("", "/" + programme, "/" + programme + "/sessions")) {
            http.head()
                    .uri("/api/programmes" + path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_JSON);
        }
        http.head()
                .uri("/api/programmes/" + programme + "/draft")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void tellsTheMethodsThatThereAreToWhoeverAsks() {
        for (var method : List.of("TRACE", "PATCH")) {
            expectProblem(
                    http.method(HttpMethod.valueOf(method)).uri("/api/programmes").exchange(),
                    405,
                    "method-not-allowed");
        }
        http.options()
                .uri("/api/sessions/" + UUID.randomUUID() + "/schedule")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Allow", ".*PUT.*");
    }

    @Test
    void answersWithProblemsWhateverIsAsked() {
        expectProblem(get("/api/sessions/" + UUID.randomUUID()), 404, "not-found");
        expectProblem(get("/api/programmes/nowhere"), 404, "not-found");
        expectProblem(get("/api/programmes/nowhere/sessions"), 404, "not-found");
        expectProblem(get("/api/nothing"), 404, "not-found");
        expectProblem(post("/api/programmes/x/y/z", PLENARY, null), 404, "not-found");
        expectProblem(
                post(
                        "/api/programmes/" + UUID.randomUUID() + "/sessions",
                        PLENARY,
                        Callers.owner()),
                404,
                "not-found");
        expectProblem(
                schedule("{\"kind\": \"hub\", \"place\": \"%s\"}".formatted("x".repeat(70_000))),
                413,
                "body-too-large");
        expectProblem(
                http.patch()
                        .uri("/api/programmes")
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .exchange(),
                405,
                "method-not-allowed");
        expectProblem(
                http.get().uri("/api/programmes").accept(MediaType.APPLICATION_PDF).exchange(),
                406,
                "not-acceptable");
        expectProblem(
                http.post()
                        .uri("/api/programmes/" + programme + "/sessions")
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("hello")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    private ResponseSpec schedule(String session) {
        return post(
                "/api/programmes/" + programme + "/sessions",
                session,
                Callers.organiserOf(programme));
    }

    private ResponseSpec limit(UUID session, String limit) {
        return http.put()
                .uri("/api/sessions/" + session + "/capacity")
                .header(HttpHeaders.AUTHORIZATION, Callers.organiserOf(programme))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(limit)
                .exchange();
    }

    private ResponseSpec withdraw(UUID session) {
        return http.delete()
                .uri("/api/sessions/" + session)
                .header(HttpHeaders.AUTHORIZATION, Callers.organiserOf(programme))
                .exchange();
    }

    private ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private ResponseSpec post(String path, String body, @Nullable String authorization) {
        var request = http.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return request.bodyValue(body).exchange();
    }

    private static void expectError(ResponseSpec answer, String field, String code) {
        var problem = expectProblem(answer, 400, "invalid-request");
        assertThat(problem.get("errors")).as(problem.toString()).hasSize(1);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(problem.get("errors").get(0).get("code").asString())
                .as(problem.toString())
                .isEqualTo(code);
    }

    private static JsonNode expectProblem(ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:tinkuy:problem:" + type);
        assertThat(problem.toString()).doesNotContain("org.tinkuy", "Exception", "java.");
        return problem;
    }

    private static UUID id(JsonNode body) {
        return UUID.fromString(body.get("id").asString());
    }

    private static JsonNode json(ResponseSpec answer) {
        var body = answer.expectBody().returnResult().getResponseBody();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
