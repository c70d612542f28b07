package org.tinkuy.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.InnerSide;

@RunningService
class RegistrationServiceProblemsIT {

    @Autowired WebTestClient http;
    @Autowired InnerSide inner;
    @Autowired People people;

    @Test
    void malformedJsonIsAnInvalidRequest() {
        signIn("{\"address\":")
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(body ->
                        assertThat(body)
                                .contains("urn:tinkuy:problem:invalid-request")
                                .doesNotContain("Exception")
                                .doesNotContain("tools.jackson"));
    }

    @Test
    void aMissingBodyIsAnInvalidRequest() {
        is(signIn(""), 400, "invalid-request");
    }

    @Test
    void aWrongTypeIsNamedWithItsField() {
        signIn("{\"address\":{\"a\":1},\"language\":\"es\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("address")
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-type");
    }

    @Test
    void aBodyAbove64KbIsRefused() {
        is(signIn("{\"address\":\"" + "a".repeat(70_000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void anIdThatIsNoneIsAnInvalidRequest() {
        is(
                http.post()
                        .uri("/api/sign-ins/42/confirmation")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{}")
                        .exchange(),
                400,
                "invalid-request");
    }

    @Test
    void whatIsNotJsonIsUnsupported() {
        is(
                http.post()
                        .uri("/api/sign-ins")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("ana@example.org")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void whatIsNotJsonIsNotAnswered() {
        var ana = people.signIn(People.strangersAddress());

        is(
                http.get()
                        .uri("/api/attendees/me")
                        .header(HttpHeaders.AUTHORIZATION, ana.bearer())
                        .accept(MediaType.IMAGE_PNG)
                        .exchange(),
                406,
                "not-acceptable");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        is(http.put().uri("/api/sign-ins").exchange(), 405, "method-not-allowed");
    }

    @Test
    void anUnknownPathIsNotFoundWhoeverAsks() {
        var ana = people.signIn(People.strangersAddress());

        for (var path : List.of("/api/nothing", "/api/seats/x", "/api/attendees/you", "/nothing")) {
            is(
                    http.get().uri(path).header(HttpHeaders.AUTHORIZATION, ana.bearer()).exchange(),
                    404,
                    "not-found");
            is(http.get().uri(path).exchange(), 404, "not-found");
            is(http.post().uri(path).exchange(), 404, "not-found");
        }
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        Stream.of("/api/attendees/me", "/api/registrations")
                .forEach(path -> is(http.get().uri(path).exchange(), 401, "unauthenticated"));
        is(http.delete().uri("/api/device-sessions/current").exchange(), 401, "unauthenticated");
    }

    @Test
    void aTokenThatIsNoneIsRefusedWhereNoneIsNeededToo() {
        is(
                http.get()
                        .uri("/api/seats")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer eyJhbGciOiJub25lIn0.e30.")
                        .exchange(),
                401,
                "unauthenticated");
    }

    @Test
    void isAliveAndReady() {
        for (var path :
                List.of(
                        "/actuator/health/liveness",
                        "/actuator/health/readiness",
                        "/actuator/prometheus")) {
            inner.isClosedToOthers(http, path);
        }
    }

    @Test
    void isNotReadyWithoutADatabase(
            @Autowired ConnectionFactory database,
            @Value("${spring.r2dbc.pool.max-size}") int connections) {
        inner.isNotReadyWithoutADatabase(database, connections);
    }

    @Test
    void saysThatItCannotAnswerWhileTheDatabaseIsAwayAndRecoversByItself() {
        assumeTrue(TestServers.areRestartable());
        TestServers.postgres().kill();
        try {
            var answer = signIn("{\"address\":\"ana@example.org\",\"language\":\"es\"}");
            answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
            is(answer, 503, "service-unavailable");
        } finally {
            TestServers.postgres().start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(people.signIn(People.strangersAddress()).jwt()).isNotEmpty());
    }

    private WebTestClient.ResponseSpec signIn(String body) {
        return http.post()
                .uri("/api/sign-ins")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void is(WebTestClient.ResponseSpec answer, int status, String problem) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:" + problem)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
