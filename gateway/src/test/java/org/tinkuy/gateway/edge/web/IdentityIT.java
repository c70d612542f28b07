package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.gateway.StubService;
import org.tinkuy.gateway.edge.ClosedDeviceSessions;

class IdentityIT extends GatewayTest {

    private static final String EXCHANGE = "/internal/device-sessions/exchange";

    @Autowired private ClosedDeviceSessions closedSessions;

    private final String token = UUID.randomUUID() + "-AbCdE_";
    private final UUID deviceSession = UUID.randomUUID();

    @BeforeEach
    void signIn() {
        registration.answers((request, response) ->
                request.uri().equals(EXCHANGE)
                        ? StubService.json(signed("jwt-1")).apply(request, response)
                        : StubService.text("ok").apply(request, response));
        await().atMost(Duration.ofSeconds(20)).until(closedSessions::isCurrent);
    }

    @Test
    void exchangesTheCookieForASignedTokenAndKeepsItsSecret() throws Exception {
        var answer = send(asBrowser("/").header("Cookie", "a=b; tinkuy=" + token + "; c=d"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(registration.last().uri()).isEqualTo(EXCHANGE);
        assertThat(registration.last().body()).isEqualTo("{\"token\":\"" + token + "\"}");
        assertThat(site.last().headers().getAll("Authorization")).containsExactly("Bearer jwt-1");
        assertThat(site.last().headers().get("Cookie")).isEqualTo("a=b; c=d");
    }

    @Test
    void exchangesTheBearerTokenOfAProgram() throws Exception {
        var answer =
                send(
                        request("/api/sessions/1/capacity")
                                .header("Authorization", "bearer " + token)
                                .PUT(body("{}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(session.last().headers().get("Authorization")).isEqualTo("Bearer jwt-1");
    }

    @Test
    void asksOnceForManyRequests() throws Exception {
        var requests =
                IntStream.range(0, 20)
                        .mapToObj(_ ->
                                http.sendAsync(
                                        asBrowser("/").header("Cookie", cookie()).build(),
                                        HttpResponse.BodyHandlers.ofString()))
                        .toList();
        for (var request : requests) {
            assertThat(request.join().statusCode()).isEqualTo(200);
        }
        send(asBrowser("/").header("Cookie", cookie()));
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void letsABrowserWithAnUnknownTokenGoOnAsAStranger() throws Exception {
        registration.answers(StubService.status(401));
        var answer = send(asBrowser("/").header("Cookie", cookie()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(site.last().headers().contains("Authorization")).isFalse();
        assertThat(site.last().headers().contains("Cookie")).isFalse();
    }

    @Test
    void tellsAProgramThatItsTokenIsUnknown() throws Exception {
        registration.answers(StubService.status(401));
        for (var unknown : List.of(token, "eyJhbGciOiJub25lIn0.e30.")) {
            var answer = send(request("/api/seats").header("Authorization", "Bearer " + unknown));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).contains("urn:tinkuy:problem:unauthenticated");
        }
    }

    @Test
    void knowsTheSessionIsClosedAsSoonAsItIsSaid() throws Exception {
        send(asBrowser("/").header("Cookie", cookie()));
        assertThat(site.last().headers().get("Authorization")).isEqualTo("Bearer jwt-1");
        registration.answers(StubService.status(401));
        publishClosed(deviceSession);
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    send(asBrowser("/").header("Cookie", cookie()));
                    assertThat(site.last().headers().contains("Authorization")).isFalse();
                });
    }

    @Test
    void asksAgainAfterTwoSecondsWhileKafkaIsDown() throws Exception {
        assumeThat(TestServers.areRestartable()).isTrue();
        send(asBrowser("/").header("Cookie", cookie()));
        TestServers.kafka().stop();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !closedSessions.isCurrent());
            var before = exchanges();
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> {
                        send(asBrowser("/").header("Cookie", cookie()));
                        assertThat(exchanges()).isGreaterThan(before);
                    });
        } finally {
            TestServers.kafka().start();
        }
        await().atMost(Duration.ofSeconds(60)).until(closedSessions::isCurrent);
        publishClosed(deviceSession);
        registration.answers(StubService.status(401));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    send(asBrowser("/").header("Cookie", cookie()));
                    assertThat(site.last().headers().contains("Authorization")).isFalse();
                });
    }

    @Test
    void doesNotMakeAPersonAStrangerWhileNobodyCanTell() throws Exception {
        registration.stop();
        var api = send(request("/api/programmes").header("Cookie", cookie()));
        assertThat(api.statusCode()).isEqualTo(503);
        var personal = send(asBrowser("/organiser/programmes").header("Cookie", cookie()));
        assertThat(personal.statusCode()).isEqualTo(503);
        assertThat(personal.body()).contains("refresh");
        var form =
                send(
                        asBrowser("/anything")
                                .header("Cookie", cookie())
                                .header("Origin", "http://localhost:" + port)
                                .POST(body("a=b")));
        assertThat(form.statusCode()).isEqualTo(503);
        assertThat(site.received()).isEmpty();
    }

    @Test
    void letsWhoeverSignsOutGoWhileNobodyCanTell() throws Exception {
        registration.stop();
        var farewell =
                send(
                        asBrowser("/sign-out")
                                .header("Cookie", cookie())
                                .header("Origin", "http://localhost:" + port)
                                .POST(body("")));
        assertThat(farewell.statusCode()).isEqualTo(200);
        assertThat(site.last().headers().get("X-Tinkuy-Identity")).isEqualTo("untold");
    }

    @Test
    void showsPublicPagesWhileNobodyCanTellAndSaysSo() throws Exception {
        registration.stop();
        var answer = send(asBrowser("/programmes/rumbo").header("Cookie", cookie()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(site.last().headers().get("X-Tinkuy-Identity")).isEqualTo("untold");
        registration.start();
        send(asBrowser("/programmes/rumbo").header("Cookie", cookie()));
        assertThat(site.last().headers().get("Authorization")).isEqualTo("Bearer jwt-1");
        assertThat(site.last().headers().contains("X-Tinkuy-Identity")).isFalse();
    }

    @Test
    void refusesFormsOfOtherPages() throws Exception {
        for (var path : List.of("/api/registrations", "/registrations")) {
            var foreign =
                    request(path)
                            .header("Cookie", cookie())
                            .header("Origin", "https://evil.example")
                            .POST(body("{}"));
            var answer = send(foreign);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("urn:tinkuy:problem:foreign-origin");
            var silent = request(path).header("Cookie", cookie()).DELETE();
            assertThat(send(silent).statusCode()).isEqualTo(403);
        }
        var anonymousForm =
                request("/sign-in").header("Origin", "https://evil.example").POST(body("a=b"));
        assertThat(send(anonymousForm).statusCode()).isEqualTo(403);
        assertThat(site.received()).isEmpty();
        assertThat(registration.received()).isEmpty();
    }

    @Test
    void acceptsItsOwnFormsAndTheOpenApi() throws Exception {
        var own =
                request("/registrations")
                        .header("Cookie", cookie())
                        .header("Origin", "http://localhost:" + port)
                        .POST(body("a=b"));
        assertThat(send(own).statusCode()).isEqualTo(200);
        var embedded =
                request("/api/registrations")
                        .header("Origin", "https://partner.example")
                        .POST(body("{}"));
        assertThat(send(embedded).statusCode()).isEqualTo(200);
    }

    @Test
    void asksAProgramNotFromWhereItsRequestComes() throws Exception {
        for (var besides : List.of("tinkuy=x", "tinkuy=%00", "$Version=1; tinkuy=x")) {
            var program =
                    request("/api/sessions/1/capacity")
                            .header("Cookie", besides)
                            .header("Authorization", "Bearer " + token)
                            .PUT(body("{}"));
            assertThat(send(program).statusCode()).isEqualTo(200);
            assertThat(session.last().headers().get("Authorization")).isEqualTo("Bearer jwt-1");
            assertThat(session.last().headers().contains("Cookie", "tinkuy=x", true)).isFalse();
        }
    }

    @Test
    void letsTheCookieSpeakWhereAnotherAuthorizationDoesNot() throws Exception {
        var foreign =
                request("/api/sessions/1/capacity")
                        .header("Cookie", cookie())
                        .header("Authorization", "Basic YTpi")
                        .PUT(body("{}"));
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(session.received()).isEmpty();
    }

    private long exchanges() {
        return registration.received().stream()
                .filter(request -> request.uri().equals(EXCHANGE))
                .count();
    }

    private String cookie() {
        return "tinkuy=" + token;
    }

    private String signed(String jwt) {
        return """
        {"jwt":"%s","expiresAt":"%s","deviceSessionId":"%s"}\
        """
                .formatted(jwt, Instant.now().plusSeconds(300), deviceSession);
    }

    private static void publishClosed(UUID id) {
        var settings =
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestServers.kafka().bootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message =
                    new ProducerRecord<>(
                            "device-sessions",
                            id.toString(),
                            """
                            {"id":"%s","attendeeId":"%s","at":"%s"}\
                            """
                                    .formatted(id, UUID.randomUUID(), Instant.now()));
            message.headers()
                    .add("ce_type", "device-session-closed".getBytes(StandardCharsets.UTF_8));
            assertThat(producer.send(message)).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private HttpRequest.Builder asBrowser(String path) {
        return request(path).header("Accept", "text/html");
    }
}
