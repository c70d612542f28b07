package org.tinkuy.notification.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.delivery.MailServerAnswers;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.MovableTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class DeliveriesApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired WebTestClient http;
    @Autowired InnerSide inner;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired MailServerAnswers answers;
    @Autowired MovableTime time;

    @AfterEach
    void itIsNowAgain() {
        time.reset();
    }

    @Test
    void showsAnOrganiserTheDeliveriesOfTheirProgrammeOnly() {
        var mine = aConfirmedRegistration();
        var foreign = aConfirmedRegistration();
        var organiser = Callers.bearer("organiser:" + mine.programme);
        await().atMost(PATIENCE).until(() -> sent(organiser).size() == 1);
        var delivery = sent(organiser).getFirst();
        assertThat(delivery.get("recipientId").asString()).isEqualTo(mine.attendee.toString());
        assertThat(delivery.get("kind").asString()).isEqualTo("registration-confirmed");
        assertThat(delivery.has("sentAt")).isTrue();
        assertThat(delivery.has("reason")).isFalse();
        assertThat(delivery.get("recipient").get("address").asString()).isEqualTo(mine.address);
        assertThat(delivery.get("about").get(0).asString()).isEqualTo(mine.first.toString());
        assertThat(delivery.get("sessionIds").get(0).asString())
                .isEqualTo(mine.firstSession.toString());
        assertThat(delivery.get("retryable").asBoolean()).isFalse();
        assertThat(delivery.has("nextAttemptAt")).isFalse();
        assertThat(delivery.toString()).doesNotContain(foreign.attendee.toString());
    }

    @Test
    void showsTheOwnerEverythingPageByPage() {
        for (var i = 0; i < 3; i++) {
            Acts.signIn(others, "page-" + UUID.randomUUID() + "@example.org", null);
        }
        var owner = Callers.bearer("owner:*");
        await().atMost(PATIENCE).until(() -> page(owner, null, 200).get("items").size() >= 3);
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = page(owner, after, 2);
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            after = page.has("next") ? page.get("next").asString() : null;
        } while (after != null);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(3)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void asksForASignInFirst() {
        problem("/api/deliveries", null, 401, "unauthenticated");
    }

    @Test
    void findsNothingForAnybodyWhereAPathLeadsNowhere() {
        for (var path : List.of("/api/deliveries/x", "/api/newsletters/x", "/api/nothing")) {
            problem(path, null, 404, "not-found");
            problem(path, Callers.bearer(), 404, "not-found");
        }
    }

    @Test
    void isNotForAttendees() {
        problem("/api/deliveries", Callers.bearer(), 403, "forbidden");
        problem("/api/deliveries", Callers.bearer("editor:" + UUID.randomUUID()), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "after=yesterday",
                "after=",
                "limit=",
                "limit=1.5",
                "about=",
                "about=1",
                "programmeId=",
                "programmeId=%20",
                "state=",
                "kind=",
                "state=lost",
                "kind=rumour"
            })
    void saysWhichParameterIsWrong(String parameter) {
        var body =
                problem(
                        "/api/deliveries?" + parameter,
                        Callers.bearer("owner:*"),
                        400,
                        "invalid-request");
        assertThat(body.get("errors").get(0).get("field").asString())
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void saysAtOnceWhichParametersAreWrongAndWhatMayStandThere() {
        var errors =
                problem(
                                "/api/deliveries?limit=0&state=lost&kind=rumour",
                                Callers.owner(),
                                400,
                                "invalid-request")
                        .get("errors");
        assertThat(errors).hasSize(3);
        assertThat(errors.get(1).get("detail").asString()).contains("waiting, ready, paused");
        assertThat(errors.get(2).get("detail").asString()).contains("reminder-24h", "campaign");
    }

    @Test
    void saysAtOnceWhatARetryOfManyLacksAndWhatMayStandThere() {
        var missing = problem(retryAll(Callers.owner(), "{}"), 400, "invalid-request");
        assertThat(missing.get("errors")).hasSize(2);
        var wrong =
                problem(
                        retryAll(
                                Callers.owner(),
                                "{\"programmeId\":\"%s\",\"state\":\"sent\"}"
                                        .formatted(UUID.randomUUID())),
                        400,
                        "invalid-request");
        assertThat(wrong.get("errors").get(0).get("code").asString()).isEqualTo("invalid-value");
        assertThat(wrong.get("errors").get(0).get("detail").asString()).contains("failed, unknown");
    }

    /// It would send again what failed of the whole programme.
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none"})
    void takesAnEmptyIdForNoId(String id) {
        var programme = UUID.randomUUID();
        for (var body :
                List.of(
                        "{\"programmeId\":\"%s\",\"about\":\"%s\",\"state\":\"failed\"}"
                                .formatted(programme, id),
                        "{\"programmeId\":\"%s\",\"state\":\"failed\"}".formatted(id))) {
            retryAll(Callers.owner(), body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("invalid-id");
        }
    }

    @Test
    void showsAndCountsWhatIsAskedFor() {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.ACCEPT, Reaction.REFUSE_MESSAGE_554);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        var organiser = Callers.bearer("organiser:" + acts.programme);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "sent") == 1);
        acts.confirmed(acts.second, acts.secondSession, acts.second);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "failed") == 1);
        assertThat(found(organiser, "state=failed").get("reason").asString()).startsWith("554");
        assertThat(found(organiser, "state=sent&kind=registration-confirmed").has("sentAt"))
                .isTrue();
        assertThat(found(organiser, "about=" + acts.second).get("state").asString())
                .isEqualTo("failed");
        assertThat(items(organiser, "kind=reminder-1h")).isEmpty();
    }

    @Test
    void sendsAgainWhatFailedEvenToAnAddressThatWasRefusedBefore() {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.REFUSE_RECIPIENT_550);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        var organiser = Callers.bearer("organiser:" + acts.programme);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "failed") == 1);
        answers.speakAgainst(acts.address);

        acts.confirmed(acts.second, acts.secondSession, acts.second);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "failed") == 2);
        assertThat(found(organiser, "about=" + acts.second).get("reason").asString())
                .isEqualTo("a mail server refused this address before");
        assertThat(server.received(acts.address)).isEmpty();

        var unsent = retriedAll(organiser, acts);
        assertThat(unsent.get("retried").asInt()).isZero();
        assertThat(unsent.get("skipped").get("suppressed").asInt()).isEqualTo(2);
        assertThat(count(organiser, acts, "failed")).isEqualTo(2);
        assertThat(found(organiser, "about=" + acts.second).get("cause").asString())
                .isEqualTo("suppressed");

        var first = found(organiser, "about=" + acts.first);
        assertThat(first.get("retryable").asBoolean()).isTrue();
        retry(organiser, first.get("id").asString())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.retryable")
                .isEqualTo(false);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "sent") == 1);
        assertThat(server.received(acts.address)).hasSize(1);

        assertThat(retried(organiser, acts)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "sent") == 2);
    }

    @Test
    void saysWhatItDoesNotSendAgainAndWhy() {
        var gone = new Acts(others).everythingKnown();
        server.script(gone.address, Reaction.REFUSE_MESSAGE_554, Reaction.REFUSE_MESSAGE_554);
        gone.confirmed(gone.first, gone.firstSession, gone.first);
        gone.confirmed(gone.second, gone.secondSession, gone.second);
        var organiser = Callers.bearer("organiser:" + gone.programme);
        await().atMost(PATIENCE).until(() -> count(organiser, gone, "failed") == 2);
        // what its first mail told is not true any more
        gone.cancelled(gone.first, gone.firstSession);
        await().atMost(PATIENCE).until(() -> count(organiser, gone, "sent") == 1);

        var some = retriedAll(organiser, gone);
        assertThat(some.get("retried").asInt()).isEqualTo(1);
        assertThat(some.get("skipped").get("nothingToSay").asInt()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> count(organiser, gone, "sent") == 2);

        gone.attendeeErased();
        await().atMost(PATIENCE)
                .until(() ->
                        retriedAll(organiser, gone).get("skipped").get("notKnown").asInt() == 1);
        assertThat(retriedAll(organiser, gone).get("retried").asInt()).isZero();
        assertThat(count(organiser, gone, "failed")).isEqualTo(1);
    }

    @Test
    void sendsNothingAgainThatHasArrivedOrIsAnothersOrNothing() {
        var acts = aConfirmedRegistration();
        var organiser = Callers.bearer("organiser:" + acts.programme);
        await().atMost(PATIENCE).until(() -> count(organiser, acts, "sent") == 1);
        var id = found(organiser, "state=sent").get("id").asString();
        problem(retry(organiser, id), 409, "not-retryable");
        problem(retry(organiser, UUID.randomUUID().toString()), 404, "not-found");
        problem(retry(Callers.bearer("organiser:" + UUID.randomUUID()), id), 404, "not-found");
        problem(retry(Callers.bearer(), id), 403, "forbidden");
    }

    @Test
    void countsAndRetriesForOrganisersOfTheProgrammeOnly() {
        var programme = UUID.randomUUID();
        var foreign = Callers.bearer("organiser:" + UUID.randomUUID());
        problem("/api/deliveries/counts?programmeId=" + programme, foreign, 403, "forbidden");
        problem("/api/deliveries?programmeId=" + programme, foreign, 403, "forbidden");
        problem(retryAll(foreign, "{\"programmeId\":\"" + programme + "\"}"), 403, "forbidden");
        var owner = Callers.bearer("owner:*");
        problem(retryAll(owner, "{\"programmeId\":\"" + programme + "\"}"), 400, "invalid-request");
    }

    @Test
    void answersOtherMethodsWithAProblem() {
        http.post()
                .uri("/api/deliveries")
                .header(HttpHeaders.AUTHORIZATION, Callers.bearer("owner:*"))
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void staysReadyAndSaysWhyWhileTheMailServerIsDown() {
        server.goDown();
        try {
            Acts.signIn(others, "down-" + UUID.randomUUID() + "@example.org", null);
            await().atMost(PATIENCE)
                    .until(() -> health("").contains("\"mailServer\":{\"details\":{\"reason\""));
            assertThat(health("/readiness")).contains("\"status\":\"UP\"");
            assertThat(metrics()).contains("tinkuy_delivery_waiting{");
        } finally {
            server.comeBack();
        }
        await().atMost(PATIENCE)
                .until(() -> health("").contains("\"mailServer\":{\"details\":{\"since\""));
    }

    @Test
    void countsWhatAnOperatorWatches() {
        aConfirmedRegistration();
        await().atMost(PATIENCE)
                .until(() ->
                        metrics()
                                .contains(
                                        "tinkuy_delivery_sent_total{kind=\"registration-confirmed\""));
        assertThat(metrics())
                .contains(
                        "tinkuy_delivery_waiting",
                        "tinkuy_delivery_incomplete",
                        "tinkuy_delivery_oldest_seconds");
    }

    private Acts aConfirmedRegistration() {
        var acts = new Acts(others).everythingKnown();
        return acts.confirmed(acts.first, acts.firstSession, acts.first);
    }

    private long count(String bearer, Acts acts, String state) {
        return ask("/api/deliveries/counts?programmeId=" + acts.programme, bearer)
                .get(state)
                .asLong();
    }

    private JsonNode found(String bearer, String filter) {
        var items = items(bearer, filter);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private JsonNode items(String bearer, String filter) {
        return ask("/api/deliveries?" + filter, bearer).get("items");
    }

    private JsonNode ask(String path, String bearer) {
        return Objects.requireNonNull(
                http.get()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody());
    }

    private ResponseSpec retry(String bearer, String id) {
        return http.post()
                .uri("/api/deliveries/{id}/retry", id)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }

    private ResponseSpec retryAll(String bearer, String body) {
        return http.post()
                .uri("/api/deliveries/retry")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private int retried(String bearer, Acts acts) {
        return retriedAll(bearer, acts).get("retried").asInt();
    }

    private JsonNode retriedAll(String bearer, Acts acts) {
        var answer =
                retryAll(
                                bearer,
                                "{\"programmeId\":\"" + acts.programme + "\",\"state\":\"failed\"}")
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(answer);
    }

    private List<JsonNode> sent(String bearer) {
        var sent = new ArrayList<JsonNode>();
        page(bearer, null, 200)
                .get("items")
                .forEach(item -> {
                    if (item.get("state").asString().equals("sent")) {
                        sent.add(item);
                    }
                });
        return sent;
    }

    private JsonNode page(String bearer, @Nullable String after, int limit) {
        return Objects.requireNonNull(
                http.get()
                        .uri(uri ->
                                (after == null ? uri : uri.queryParam("after", after))
                                        .path("/api/deliveries")
                                        .queryParam("limit", limit)
                                        .build())
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody());
    }

    private JsonNode problem(String path, @Nullable String bearer, int status, String type) {
        return problem(
                http.get()
                        .uri(path)
                        .headers(headers -> {
                            if (bearer != null) {
                                headers.set(HttpHeaders.AUTHORIZATION, bearer);
                            }
                        })
                        .exchange(),
                status,
                type);
    }

    private static JsonNode problem(ResponseSpec answer, int status, String type) {
        var body =
                Objects.requireNonNull(
                        answer.expectStatus()
                                .isEqualTo(status)
                                .expectHeader()
                                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody());
        var problem = JsonMapper.shared().readTree(body);
        assertThat(problem.get("type").asString()).isEqualTo("urn:tinkuy:problem:" + type);
        return problem;
    }

    @Test
    void showsOperatorsAloneHowItIs() {
        inner.isClosedToOthers(http, "/actuator/health/readiness");
        inner.isClosedToOthers(http, "/actuator/deadletters");
    }

    @Test
    void isNotReadyWithoutADatabase(
            @Autowired ConnectionFactory database,
            @Value("${spring.r2dbc.pool.max-size}") int connections) {
        inner.isNotReadyWithoutADatabase(database, connections);
    }

    private String health(String group) {
        return text("/actuator/health" + group);
    }

    private String metrics() {
        return text("/actuator/prometheus");
    }

    private String text(String path) {
        return Objects.requireNonNull(
                inner.http()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
