package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;
import static org.tinkuy.problems.ToldProblems.is;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.DispatcherHandler;
import org.tinkuy.testing.RawHttp;
import org.tinkuy.testing.WrittenLines;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

@RunningWorkshop
class ProblemsIT {

    @LocalServerPort int port;
    @Autowired WebTestClient http;
    @Autowired Workshop workshop;
    @Autowired DispatcherHandler dispatcher;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysNothingOfACallerWhoWentAway(boolean abruptly) {
        try (var lines = new WrittenLines(ROOT_LOGGER_NAME)) {
            for (var length : List.of("Content-Length: 900", "Transfer-Encoding: chunked")) {
                var headers = List.of("Content-Type: application/json", length);
                new RawHttp(port)
                        .breakOff(
                                new RawHttp.Request("POST", "/tools", headers, "3e8\r\n{"),
                                abruptly);
            }
            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(lines.alarming()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tools/waited-for", "/tools/all-waited-for"})
    void readsToTheEndWhenTheCallerGoesAway(String target) {
        workshop.gate = Sinks.one();
        workshop.ends.clear();

        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(target));
        dispatcher.handle(exchange).subscribe().dispose();
        assertThat(workshop.ends).isEmpty();
        workshop.gate.tryEmitValue("hammer").orThrow();

        assertThat(workshop.ends).containsExactly(SignalType.ON_COMPLETE);
    }

    @Test
    void answersARefusalWithItsNameAndDetails() {
        is(http.get().uri("/tools?weight=7").exchange(), 409, "session-ended")
                .jsonPath("$.title")
                .isEqualTo("Nobody can lift it.")
                .jsonPath("$.weight")
                .isEqualTo(7)
                .jsonPath("$.detail")
                .doesNotExist();
    }

    @Test
    void namesWhatSpringRefuses() {
        is(http.get().uri("/nothing").exchange(), 404, "not-found");
        is(http.put().uri("/tools").exchange(), 405, "method-not-allowed");
        is(
                http.post()
                        .uri("/tools")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("x")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "image/png", "a/b;q=\"", "\u00c9"})
    void hasWordsWhateverTheCallerAccepts(String accepted) {
        is(
                http.get().uri("/tools?weight=7").header("Accept", accepted).exchange(),
                409,
                "session-ended");
        is(http.get().uri("/nothing").header("Accept", accepted).exchange(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/problem+json",
                "application/json;q=0",
                "*/*, application/json;q=0",
                "x"
            })
    void doesNothingForWhoDoesNotTakeTheAnswer(String accepted) {
        var before = workshop.added.get();

        var answer =
                http.post()
                        .uri("/tools")
                        .header("Accept", accepted)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"name\":\"hammer\"}")
                        .exchange();

        is(answer, 406, "not-acceptable");
        assertThat(workshop.added).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/*", "text/html, */*;q=0.1", "*/*;q=0, application/json"})
    void answersInJsonWhoTakesIt(String accepted) {
        http.post()
                .uri("/tools")
                .header("Accept", accepted)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"hammer\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void answersInWhatAHandlerSays() {
        is(
                        http.get()
                                .uri("/tools/list")
                                .header("Accept", "application/json")
                                .exchange(),
                        406,
                        "not-acceptable")
                .jsonPath("$.detail")
                .isEqualTo("It is answered in application/yaml.");
        http.get()
                .uri("/tools/list")
                .header("Accept", "application/yaml")
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "OPTIONS", "FOO"})
    void tellsTheMethodsThatThereAre(String method) {
        var request = new RawHttp.Request(method, "/tools", List.of(), null);

        var answer = new RawHttp(port).send(request);

        assertThat(answer.header("allow").orElseThrow().split(",", -1))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
        if (!method.equals("OPTIONS")) {
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.body()).contains("urn:tinkuy:problem:method-not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tools?a%09b=1", "/tools/%00/use", "/tools?a=%FF", "/tools?|", "/%2e%2e"})
    void hasWordsForWhatNobodyReads(String target) {
        var answer = new RawHttp(port).send(new RawHttp.Request("GET", target, List.of(), null));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:tinkuy:problem:invalid-request");
    }
}
