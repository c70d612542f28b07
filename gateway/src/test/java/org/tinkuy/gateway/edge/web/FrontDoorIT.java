package org.tinkuy.gateway.edge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.gateway.StubService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FrontDoorIT extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/api/registrations, registration",
        "/api/registrations/0195a1c0-0000-7000-8000-000000000001/cancellation, registration",
        "/api/sign-ins, registration",
        "/api/device-sessions/current, registration",
        "/api/attendees/me/registrations, registration",
        "/api/seats?sessionId=1&sessionId=2, registration",
        "/api/programmes/import, session",
        "/api/sessions/1, session",
        "/api/deliveries?limit=5, notification",
        "/api/newsletters/1/subscriptions, notification",
        "/api/newsletter-confirmations, notification",
        "/api/unsubscriptions/a-token, notification",
        "/api/campaigns/1/preview, notification",
        "/newsletter/unsubscribe/a-token, site",
        "/, site",
        "/programmes/integraci%C3%B3n?x=%2e, site"
    })
    void routesEachPathToItsService(String path, String service) throws Exception {
        var stub = stub(service);
        assertThat(send(request(path)).statusCode()).isEqualTo(200);
        assertThat(stub.last().uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/unknown",
                "/api/openapi/site",
                "/api/openapi/",
                "/api/registrationsx"
            })
    void answersAnUnknownApiPathWithAProblem(String path) throws Exception {
        var answer = send(request(path));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:tinkuy:problem:not-found");
        assertReachedNobody();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/device-sessions/exchange",
                "/INTERNAL/device-sessions/exchange",
                "//internal/device-sessions/exchange",
                "/api/../internal/device-sessions/exchange",
                "/api/registrations/..;/..;/internal/device-sessions/exchange",
                "/api/registrations/%2e%2e/%2e%2e/internal/device-sessions/exchange",
                "/api/registrations/..%2f..%2finternal/device-sessions/exchange",
                "/%69nternal/device-sessions/exchange",
                "/internal;a/device-sessions/exchange",
                "/./internal/device-sessions/exchange",
                "http://localhost/internal/device-sessions/exchange",
                "http://elsewhere.example/actuator/env",
                "/actuator",
                "/actuator/env",
                "/actuator/deadletters",
                "/actuator/health",
                "/Actuator/health",
                "/actuator;/health",
                "/%61ctuator/health",
                "/actuator/health/system/site",
                "/actuator/prometheus",
                "/api/sessions/%2e%2e/%2e%2e/actuator/env"
            })
    void neverLetsAnyoneInside(String target) throws IOException {
        assertThat(RawHttp.get(port, target)).startsWith("HTTP/1.1 404 ");
        assertReachedNobody();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/seats%", "/api/%zz", "\\internal", "/api\\..\\internal", "*", "/a b"})
    void refusesWhatIsNoPath(String target) throws IOException {
        assertThat(RawHttp.get(port, target)).startsWith("HTTP/1.1 40");
        assertReachedNobody();
    }

    @Test
    void letsABrowserKeepAPageAndAskWhetherItIsStillTheSame() throws Exception {
        stub("site")
                .answers((request, response) -> {
                    response.header("ETag", "W/\"seven-seats\"")
                            .header("Cache-Control", "private, no-cache")
                            .header("Vary", "Accept-Encoding, Accept-Language, Cookie");
                    return "W/\"seven-seats\"".equals(request.requestHeaders().get("If-None-Match"))
                            ? response.status(304).send()
                            : response.header("Set-Cookie", "tinkuy-form=secret; HttpOnly")
                                    .sendString(Mono.just("<html>"));
                });

        var first = send(request("/programmes/heading/apurimac"));
        var again =
                send(
                        request("/programmes/heading/apurimac")
                                .header("Cookie", "tinkuy-form=secret; tinkuy=device")
                                .header(
                                        "If-None-Match",
                                        first.headers().firstValue("ETag").orElse("")));

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(first.headers().firstValue("Set-Cookie"))
                .hasValue("tinkuy-form=secret; HttpOnly");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue("W/\"seven-seats\"");
        assertThat(stub("site").last().headers().get("Cookie")).isEqualTo("tinkuy-form=secret");
    }

    @Test
    void asksForTheWholeAlwaysAndOffersNoParts() throws Exception {
        site.answers((_, response) ->
                response.header("Accept-Ranges", "bytes").sendString(Mono.just("the whole")));
        var answer =
                send(
                        request("/assets/site.css")
                                .header("Range", "bytes=0-1")
                                .header("If-Range", "\"seven\""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("the whole");
        assertThat(answer.headers().firstValue("Accept-Ranges")).isEmpty();
        assertThat(site.last().headers().names()).doesNotContain("Range", "If-Range");
    }

    @Test
    void showsMetricsOnlyToWhoHoldsTheKey() throws Exception {
        var shown =
                send(
                        request("/actuator/prometheus")
                                .header("Authorization", "Bearer " + METRICS_KEY));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("tinkuy_gateway_device_sessions_current");
        var refused = send(request("/actuator/prometheus").header("Authorization", "Bearer guess"));
        assertThat(refused.statusCode()).isEqualTo(404);
    }

    @Test
    void timesRequestsByTheServiceThatTheyAreFor() throws Exception {
        send(request("/api/seats"));
        assertThat(
                        send(request("/actuator/prometheus")
                                        .header("Authorization", "Bearer " + METRICS_KEY))
                                .body())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\","
                                + "status=\"200\",uri=\"registration-service\"}");
    }

    @Test
    void stripsWhatOnlyTheGatewayMaySay() throws Exception {
        send(
                request("/api/seats")
                        .header("X-Forwarded-For", "198.51.100.7")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "for=198.51.100.7")
                        .header("X-Tinkuy-Identity", "owner")
                        .header("X-HTTP-Method-Override", "DELETE")
                        .header("Authorization", "Basic b3duZXI6b3duZXI=")
                        .header(
                                "traceparent",
                                "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01")
                        .header("baggage", "role=owner")
                        .header("X-Request-Kind", "ours to keep"));
        var headers = registration.last().headers();
        assertThat(headers.get("X-Forwarded-Host")).isEqualTo("localhost:" + port);
        assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("198.51.100.7");
        assertThat(headers.get("traceparent")).startsWith("00-").doesNotContain("a".repeat(32));
        assertThat(headers.get("X-Request-Kind")).isEqualTo("ours to keep");
        assertThat(headers.names())
                .doesNotContain(
                        "Forwarded",
                        "X-Forwarded-Prefix",
                        "X-Tinkuy-Identity",
                        "X-HTTP-Method-Override",
                        "Authorization",
                        "baggage");
    }

    /// A device is recognised by what its browser says of itself.
    @Test
    void saysNothingOfItselfBesideWhatTheVisitorSays() throws Exception {
        send(
                request("/api/seats")
                        .header("User-Agent", "Mozilla/5.0 (Android) Firefox/153.0")
                        .header("Accept", "application/json"));
        var headers = registration.last().headers();
        assertThat(headers.getAll("User-Agent"))
                .containsExactly("Mozilla/5.0 (Android) Firefox/153.0");
        assertThat(headers.getAll("Accept")).containsExactly("application/json");
    }

    @Test
    void doesNotLetAClientRemoveOurHeadersByNamingThem() throws IOException {
        RawHttp.getNaming(port, "/api/seats", "close, X-Forwarded-For, X-Forwarded-Host");
        assertThat(registration.last().headers().get("X-Forwarded-For")).isEqualTo("127.0.0.1");
    }

    @Test
    void addsSecurityHeadersToAnswersOfTheApiOnly() throws Exception {
        var api = send(request("/api/seats")).headers();
        assertThat(api.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(api.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(api.firstValue("Cache-Control")).hasValue("no-store");
        site.answers((_, response) ->
                response.header("Content-Security-Policy", "default-src 'self'")
                        .header("Server", "stub/1.0")
                        .send());
        var page = send(request("/")).headers();
        assertThat(page.allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(page.firstValue("Cache-Control")).isEmpty();
        assertThat(page.firstValue("Server")).isEmpty();
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        var answer = send(request("/api/registrations").POST(body("x".repeat(64 * 1024 + 1))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("urn:tinkuy:problem:body-too-large", "Up to 64 KB are taken here.");
        assertReachedNobody();
    }

    @Test
    void letsLargeBodiesPassWhereTheyAreTakenAndNowhereElse() throws Exception {
        var file = "#".repeat(5 * 1024 * 1024);
        send(request("/api/programmes/import").POST(body(file)));
        assertThat(session.last().body()).isEqualTo(file);
        var programme = "/api/programmes/" + new UUID(0, 1);
        for (var publishes :
                List.of("/draft/publication", "/publication", "/events/1/publication")) {
            send(request(programme + publishes).POST(body(file)));
            assertThat(session.last().uri()).isEqualTo(programme + publishes);
            assertThat(session.last().body()).isEqualTo(file);
        }

        var besides = send(request("/api/programmes/import/other").POST(body(file)));
        assertThat(besides.statusCode()).isEqualTo(413);
        assertThat(session.received()).hasSize(4);
    }

    @Test
    void refusesAFileThatIsTooLargeInWords() throws Exception {
        var file = new byte[20 * 1024 * 1024];
        var unknownLength =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file));
        for (var body : List.of(HttpRequest.BodyPublishers.ofByteArray(file), unknownLength)) {
            var answer = send(request("/api/programmes/import").POST(body));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("Up to 8 MB are taken here.");
        }
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLarge() throws Exception {
        var endless = new byte[200 * 1024];
        var answer =
                send(
                        request("/api/registrations")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(endless))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertReachedNobody();
    }

    @Test
    void letsBodiesUpToTheLimitPassUnchanged() throws Exception {
        var text = "ñ".repeat(32 * 1024);
        send(request("/api/registrations").POST(body(text)));
        assertThat(registration.last().body()).isEqualTo(text);
        send(
                request("/api/registrations")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(text.getBytes(UTF_8)))));
        assertThat(registration.last().body()).isEqualTo(text);
    }

    @Test
    void passesAnswersOfEachSizeUnchanged() throws Exception {
        for (var length : new int[] {0, 1, 64 * 1024, 64 * 1024 + 1, 3 * 1024 * 1024}) {
            var text = "x".repeat(length);
            registration.answers((_, response) ->
                    response.header("Content-Length", String.valueOf(length))
                            .sendString(Mono.just(text)));
            assertThat(send(request("/api/seats")).body()).isEqualTo(text);
            registration.answers((_, response) -> response.sendString(Flux.just(text, text)));
            assertThat(send(request("/api/seats")).body()).isEqualTo(text + text);
        }
    }

    @Test
    void answersAHeadRequestWithTheLengthAndNothingElse() throws Exception {
        site.answers((_, response) -> response.header("Content-Length", "1234").send());
        var answer = send(request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("1234");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesAWholeAddressForItsPath() throws IOException {
        assertThat(RawHttp.get(port, "http://localhost/api/seats?sessionId=1"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(registration.last().uri()).isEqualTo("/api/seats?sessionId=1");
    }

    @Test
    void countsRequestsByTheirService() throws Exception {
        send(request("/api/seats"));
        var shown =
                send(
                        request("/actuator/prometheus")
                                .header("Authorization", "Bearer " + METRICS_KEY));
        assertThat(shown.body().lines())
                .anyMatch(line ->
                        line.startsWith("http_server_requests_seconds_count")
                                && line.contains("uri=\"registration-service\"")
                                && line.contains("status=\"200\""));
    }

    @Test
    void keepsTheConnectionUsableAfterARefusal() throws IOException {
        var refused =
                "POST /internal/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello";
        var next = "GET /api/seats HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.send(port, refused + next)).contains("HTTP/1.1 404", "HTTP/1.1 200");
    }

    private static StubService stub(String service) {
        return switch (service) {
            case "registration" -> registration;
            case "session" -> session;
            case "notification" -> notification;
            default -> site;
        };
    }

    private static void assertReachedNobody() {
        assertThat(registration.received()).isEmpty();
        assertThat(session.received()).isEmpty();
        assertThat(notification.received()).isEmpty();
        assertThat(site.received()).isEmpty();
    }
}
