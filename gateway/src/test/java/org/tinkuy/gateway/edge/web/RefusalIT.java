package org.tinkuy.gateway.edge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.testing.WrittenLines;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RefusalIT extends GatewayTest {

    private static final String HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

    @Test
    void tellsAProgramThatAServiceIsDown() throws Exception {
        registration.stop();
        var answer = send(request("/api/seats"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"type":"urn:tinkuy:problem:service-unavailable",\
                        "title":"A part of the system does not answer at the moment.",\
                        "status":503}\
                        """);
        registration.start();
        assertThat(send(request("/api/seats")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "es-PE, es, Volvemos enseguida",
        "'en-GB,en;q=0.9,es;q=0.5', en, Back in a moment",
        "qu-PE, qu, Kunallanmi kutimusaqku",
        "'fr-CI,fr;q=0.9', fr, Nous revenons dans un instant",
        "de, en, Back in a moment",
        "'not; a language', en, Back in a moment"
    })
    void showsAPageThatReloadsByItself(String accepted, String language, String title)
            throws Exception {
        site.stop();
        var answer = send(page("/").header("Accept-Language", accepted));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; img-src data:; style-src 'sha256-");
        assertThat(answer.body())
                .contains(
                        "<html lang=\"" + language + "\">",
                        "<h1>" + title + "</h1>",
                        "<meta http-equiv=\"refresh\" content=\"5\">",
                        "noindex")
                .doesNotContain("<script", "null", "{title}", "{text}", "{reload}", "{style}");
    }

    @Test
    void prefersTheLanguageThatWasChosenOnTheSite() throws Exception {
        site.stop();
        var answer =
                send(
                        page("/")
                                .header("Accept-Language", "es")
                                .header("Cookie", "tinkuy-language=en"));
        assertThat(answer.body()).contains("Back in a moment");
    }

    @Test
    void doesNotReloadAForm() throws Exception {
        site.stop();
        var answer =
                send(
                        page("/registrations")
                                .header("Accept-Language", "en")
                                .POST(body("address=a@example.org")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Your form did not arrive").doesNotContain("refresh");
    }

    @Test
    void sendsAPostNeverTwice() throws Exception {
        registration.answers((_, response) -> response.withConnection(c -> c.dispose()).then());
        var answer = send(request("/api/registrations").POST(body("{}")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(registration.received()).hasSize(1);
    }

    @RepeatedTest(20)
    void answersAlsoWhoeverIsStillSending() throws Exception {
        registration.stop();
        var text = "x".repeat(64 * 1024).getBytes(UTF_8);
        var unknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text));
        for (var body : List.of(BodyPublishers.ofByteArray(text), unknownLength)) {
            assertThat(send(request("/api/registrations").POST(body)).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void doesNotWaitForeverForAnAnswer() throws Exception {
        registration.answers((_, _) -> Mono.never());
        var text = "x".repeat(64 * 1024).getBytes(UTF_8);
        var unknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text));
        var answer = send(request("/api/registrations").POST(unknownLength));
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:tinkuy:problem:service-timeout");
        assertThat(registration.received()).hasSize(1);
    }

    @Test
    void doesNotWaitForeverForTheRestOfAnAnswer() {
        site.answers((_, response) ->
                response.header("Content-Length", "1000000")
                        .sendString(Flux.concat(Mono.just("beginning"), Mono.never())));
        assertThatThrownBy(() -> send(request("/assets/picture.png")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void answersSoManyOfOneNetworkAtATimeThroughAProxy() throws Exception {
        var release = Sinks.<Void>empty();
        site.answers((_, response) -> release.asMono().then(response.send().then()));
        var held =
                IntStream.range(0, REQUESTS_PER_NETWORK)
                        .mapToObj(_ ->
                                http.sendAsync(
                                        request("/")
                                                .header("X-Forwarded-For", "198.51.100.9")
                                                .build(),
                                        BodyHandlers.discarding()))
                        .toList();
        await().until(() -> site.received().size() == REQUESTS_PER_NETWORK);
        var more = send(request("/api/seats").header("X-Forwarded-For", "198.51.100.9"));
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.headers().firstValue("Retry-After")).isPresent();
        var neighbour = send(request("/api/seats").header("X-Forwarded-For", "198.51.100.10"));
        assertThat(neighbour.statusCode()).isEqualTo(200);
        release.tryEmitEmpty();
        for (var one : held) {
            assertThat(one.join().statusCode()).isEqualTo(200);
        }
        var afterwards = send(request("/api/seats").header("X-Forwarded-For", "198.51.100.9"));
        assertThat(afterwards.statusCode()).isEqualTo(200);
    }

    @Test
    void passesAServicesOwnProblemOn() throws Exception {
        registration.answers((_, response) ->
                response.status(503)
                        .header("Retry-After", "2")
                        .header("Content-Type", "application/problem+json")
                        .sendString(Mono.just("{\"type\":\"urn:tinkuy:problem:overloaded\"}")));
        var answer = send(request("/api/registrations").POST(body("{}")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("overloaded");
    }

    @Test
    void limitsWhatOneNetworkMayTry() throws Exception {
        for (var i = 0; i < CODES_BURST; i++) {
            assertThat(tryACode("198.51.100.1").statusCode()).isEqualTo(200);
        }
        var answer = tryACode("198.51.100.1");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(answer.body()).contains("urn:tinkuy:problem:too-many-requests");
        assertThat(registration.received()).hasSize(CODES_BURST);
        assertThat(tryACode("198.51.100.2").statusCode()).isEqualTo(200);
        assertThat(
                        send(request("/api/seats").header("X-Forwarded-For", "198.51.100.1"))
                                .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> tryACode(String client) throws Exception {
        return send(
                request("/api/sign-ins/0195a1c0-0000-7000-8000-000000000001/confirmation")
                        .header("X-Forwarded-For", client)
                        .POST(body("{}")));
    }

    private HttpRequest.Builder page(String path) {
        return request(path).header("Accept", HTML);
    }

    @ParameterizedTest
    @CsvSource({"/api/seats?a%09b=1", "/api/seats?a=%FF", "/api/seats?a=%00", "/api/seats?|"})
    void sendsNothingOnThatTwoReadersCouldReadDifferently(String target) throws Exception {
        var answer = RawHttp.get(port, target);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:tinkuy:problem:invalid-request");
        assertThat(registration.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/seats HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n",
                "GET /api/seats HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.example\r\n",
                "GET /api/seats HTTP/1.1\r\nHost: a b\r\n",
                "GET /api/seats HTTP/1.1\r\nHost: x\"><script>\r\n",
                "GET /api/seats HTTP/1.1\r\nHost: user@evil\r\n",
                "GET /api/seats HTTP/1.1\r\nHost: evil:99999999\r\n",
                "GET /api/seats HTTP/1.1\r\nHost: [::1\r\n",
                "GET /api/seats HTTP/1.1\r\n",
                "GET /api/seats HTTP/2.0\r\nHost: localhost\r\n",
                "GET /api/seats HTTP/0.9\r\nHost: localhost\r\n"
            })
    void takesOneHostInOneOfTheVersionsThatAreSpoken(String head) throws Exception {
        assertThat(RawHttp.send(port, head + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:tinkuy:problem:invalid-request");
        assertThat(registration.received()).isEmpty();
    }

    @Test
    void answersAllThatCameAtOnceInTheirOrder() throws Exception {
        registration.answers((request, response) ->
                response.sendString(
                        Mono.just("<" + request.uri() + ">").delayElement(Duration.ofMillis(20))));
        var get = "GET /api/seats?n=%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";

        var all =
                RawHttp.send(
                        port,
                        get.formatted(1, "")
                                + get.formatted(2, "")
                                + get.formatted(3, "")
                                + get.formatted(4, "Connection: close\r\n"));
        var odd = RawHttp.send(port, get.formatted(1, "") + get.formatted(2, "X: a\0b\r\n"));

        assertThat(all).containsSubsequence("n=1>", "n=2>", "n=3>", "n=4>");
        assertThat(odd).containsSubsequence("HTTP/1.1 200", "n=1>", "HTTP/1.1 400", "urn:tinkuy");
    }

    @Test
    void tellsNoSecretOfAnAddressThatItCannotRead() throws Exception {
        try (var lines = new WrittenLines(ROOT_LOGGER_NAME)) {
            for (var path :
                    List.of("calendar/", "newsletter/unsubscribe/", "newsletter/confirm/")) {
                var head = "GET /" + path + "SECRET HTTP/1.1\r\nHost: [::1\r\n\r\n";
                assertThat(RawHttp.send(port, head)).contains("urn:tinkuy:problem:invalid-request");
            }
            var chunks =
                    String.join(
                            "\r\n",
                            "POST /newsletter/confirm/SECRET HTTP/1.1",
                            "Host: localhost",
                            "Transfer-Encoding: chunked",
                            "",
                            "zz",
                            "");
            assertThat(RawHttp.send(port, chunks)).contains("urn:tinkuy:problem:invalid-request");

            assertThat(lines.with("SECRET")).isEmpty();
            assertThat(lines.alarming()).isEmpty();
            assertThat(lines.with("Refused: ")).hasSize(4);
        }
    }

    @Test
    void answersInTheVersionThatIsSpoken() throws Exception {
        var head =
                "GET /.well-known/nothing HTTP/1.2\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(RawHttp.send(port, head)).startsWith("HTTP/1.1 ");
    }

    @Test
    void hasWordsForWhatCannotBeDecoded() throws Exception {
        var head = "GET /api/seats HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        assertThat(RawHttp.send(port, head + "Accept: \u0085\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("A header has control characters.");
        assertThat(RawHttp.send(port, head + "X-Odd: a\u0001b\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:tinkuy:problem:invalid-request");
        assertThat(RawHttp.send(port, head + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("urn:tinkuy:problem:headers-too-large");
        assertThat(RawHttp.get(port, "/" + "x".repeat(5000)))
                .startsWith("HTTP/1.1 414 ")
                .contains("urn:tinkuy:problem:address-too-long");
    }

    @Test
    void showsAPageForAnAddressThatCannotBeRead() throws Exception {
        var answer =
                RawHttp.send(
                        port,
                        String.join(
                                "\r\n",
                                "GET /?a=%00 HTTP/1.1",
                                "Host: localhost",
                                "Connection: close",
                                "Accept: text/html",
                                "Accept-Language: en",
                                "",
                                ""));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("<html lang=\"en\">", "<h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, /api/seats, POST",
        "CONNECT, /, POST",
        "POST, /actuator/health/liveness, 'GET, HEAD, OPTIONS'",
        "FOO, /actuator/health/system, 'GET, HEAD, OPTIONS'"
    })
    void tellsTheMethodsThatItTakes(String method, String path, String among) throws Exception {
        assertThat(withoutBody(method, path))
                .startsWith("HTTP/1.1 405 ")
                .containsPattern("(?i)\nallow: .*" + among);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness", "system"})
    void tellsAnybodyHowItsHealthIsAsked(String which) throws Exception {
        assertThat(withoutBody("OPTIONS", "/actuator/health/" + which))
                .startsWith("HTTP/1.1 200 ")
                .containsPattern("(?i)\nallow: *GET, ?HEAD, ?OPTIONS\r");
    }

    @ParameterizedTest
    @CsvSource({
        "PROPFIND, /actuator/x",
        "TRACE, /actuator/health",
        "FOO, /internal/x",
        "OPTIONS, /actuator/prometheus",
        "FOO, /actuator/prometheus",
        "POST, /actuator/prometheus"
    })
    void hasNothingBehindAClosedDoorWhateverTheMethod(String method, String path) throws Exception {
        assertThat(withoutBody(method, path))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContainPattern("(?i)\nallow:");
    }

    private String withoutBody(String method, String path) throws Exception {
        return RawHttp.send(
                port,
                String.join(
                        "\r\n",
                        method + " " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Connection: close",
                        "Content-Length: 0",
                        "",
                        ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/seats, TRACE",
        "/api/seats, FOO",
        "/api/seats, PUT",
        "/api/seats, OPTIONS",
        "/sign-in, TRACE",
        "/sign-in, FOO",
        "/sign-in, PUT",
        "/sign-in, OPTIONS"
    })
    void leavesItToAServiceToSayWhichMethodsItTakes(String path, String method) throws Exception {
        var asked = path.startsWith("/api/") ? registration : site;
        asked.answers(
                (_, response) -> response.status(405).header("Allow", "GET, HEAD, OPTIONS").send());

        var answer =
                RawHttp.send(
                        port,
                        String.join(
                                "\r\n",
                                method + " " + path + " HTTP/1.1",
                                "Host: localhost",
                                "Connection: close",
                                "",
                                ""));

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .containsPattern("(?i)\nallow: GET, HEAD, OPTIONS\r");
        assertThat(asked.last().method()).isEqualTo(method);
    }
}
