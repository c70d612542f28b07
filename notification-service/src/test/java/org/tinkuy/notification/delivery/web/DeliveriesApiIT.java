package org.tinkuy.notification.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.Tokens;
import org.tinkuy.notification.delivery.Acts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class DeliveriesApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;

    @Test
    void showsAnOrganiserTheDeliveriesOfTheirProgrammeOnly() {
        var mine = aConfirmedRegistration();
        var foreign = aConfirmedRegistration();
        var organiser = Tokens.bearer("organiser:" + mine.programme);
        await().atMost(PATIENCE).until(() -> sent(organiser).size() == 1);
        var delivery = sent(organiser).getFirst();
        assertThat(delivery.get("recipientId").asString()).isEqualTo(mine.attendee.toString());
        assertThat(delivery.get("kind").asString()).isEqualTo("registration-confirmed");
        assertThat(delivery.has("sentAt")).isTrue();
        assertThat(delivery.has("reason")).isFalse();
        assertThat(delivery.toString()).doesNotContain("@", foreign.attendee.toString());
    }

    @Test
    void showsTheOwnerEverythingPageByPage() {
        for (var i = 0; i < 3; i++) {
            Acts.signIn(others, "page-" + UUID.randomUUID() + "@example.org", null);
        }
        var owner = Tokens.bearer("owner:*");
        await().atMost(PATIENCE).until(() -> page(owner, null, 200).get("items").size() >= 3);
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = page(owner, after, 2);
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            after = page.get("next").isNull() ? null : page.get("next").asString();
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
    void isNotForAttendees() {
        problem("/api/deliveries", Tokens.bearer(), 403, "forbidden");
        problem(
                "/api/deliveries",
                Tokens.bearer("moderator:" + UUID.randomUUID()),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "after=yesterday"})
    void saysWhichParameterIsWrong(String parameter) {
        var body =
                problem(
                        "/api/deliveries?" + parameter,
                        Tokens.bearer("owner:*"),
                        400,
                        "invalid-request");
        assertThat(body.get("errors").get(0).get("field").asString())
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void answersOtherMethodsWithAProblem() {
        http.post()
                .uri("/api/deliveries")
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer("owner:*"))
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/openapi/notification")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .value(String.class, version -> assertThat(version).startsWith("3.1"))
                .jsonPath("$.paths['/api/deliveries'].get.responses['403']")
                .exists();
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
        var body =
                Objects.requireNonNull(
                        http.get()
                                .uri(path)
                                .headers(headers -> {
                                    if (bearer != null) {
                                        headers.set(HttpHeaders.AUTHORIZATION, bearer);
                                    }
                                })
                                .exchange()
                                .expectStatus()
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

    private String health(String group) {
        return text("/actuator/health" + group);
    }

    private String metrics() {
        return text("/actuator/prometheus");
    }

    private String text(String path) {
        return Objects.requireNonNull(
                http.get()
                        .uri(path)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
