package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// What comes back where one write has several requests, or one that ends in nothing readable.
@ExtendWith(OutputCaptureExtension.class)
class RequestsOnOneConnectionTests {

    private static final String PROBLEM = "urn:tinkuy:problem:invalid-request";

    private final DisposableServer server =
            new PlainRequestsAutoConfiguration()
                    .undecodableRequests(new PageOfAllLanguages())
                    .apply(HttpServer.create().host("localhost").port(0))
                    .route(routes ->
                            routes.get(
                                            "/at-once/{n}",
                                            (request, answer) ->
                                                    answer.sendString(
                                                            Mono.just(
                                                                    "<"
                                                                            + request.param("n")
                                                                            + ">")))
                                    .get(
                                            "/later/{n}",
                                            (request, answer) ->
                                                    answer.sendString(
                                                            Mono.just(
                                                                            "<"
                                                                                    + request.param(
                                                                                            "n")
                                                                                    + ">")
                                                                    .delayElement(
                                                                            Duration.ofMillis(20))))
                                    .get(
                                            "/begun",
                                            (_, answer) ->
                                                    answer.sendString(Mono.just("<begun>"))
                                                            .then(Mono.never()))
                                    .post(
                                            "/echo",
                                            (request, answer) ->
                                                    answer.sendString(
                                                            request.receive()
                                                                    .asString()
                                                                    .reduce("", String::concat)
                                                                    .map(body -> "<" + body + ">")))
                                    .post(
                                            "/unread",
                                            (_, answer) ->
                                                    answer.sendString(Mono.just("<unread>"))))
                    .bindNow();

    @AfterEach
    void close() {
        server.disposeNow();
    }

    private static String get(String path) {
        return getWith(path, "X: y");
    }

    private static String getWith(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
    }

    private static String post(String path, String body) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\n\r\n%s"
                .formatted(path, body.length(), body);
    }

    private static String postInChunks(String path, String chunks) {
        return ("POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n%s")
                .formatted(path, chunks);
    }

    private static String last(String path) {
        return getWith(path, "Connection: close");
    }

    /// What stands between `<` and `>`, in its order.
    private String send(String bytes) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> told(String answers) {
        return Pattern.compile("<(\\w+)>|HTTP/1.1 (4\\d\\d)")
                .matcher(answers)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/at-once/", "/later/"})
    void eachIsAnsweredThoughTheLastEndsTheConnection(String path) throws Exception {
        var all = IntStream.range(0, 50).mapToObj(n -> get(path + n)).collect(Collectors.joining());

        assertThat(told(send(all + last("/at-once/50"))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 50).mapToObj(Integer::toString).toList());
    }

    @Test
    void bodiesGoToTheirOwn() throws Exception {
        var all =
                post("/echo", "one")
                        + get("/later/2")
                        + post("/unread", "x".repeat(100_000))
                        + post("/echo", "y".repeat(100_000))
                        + last("/at-once/5");

        assertThat(told(send(all))).containsExactly("one", "2", "unread", "y".repeat(100_000), "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/at-once/1", "/later/1"})
    void theRefusalOfALaterOneComesBehind(String path) throws Exception {
        var answers = send(get(path) + get(path) + getWith("/at-once/2", "X: a\0b") + get(path));

        assertThat(told(answers)).containsExactly("1", "1", "400");
        assertThat(answers).contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[::1",
                "[::1]x",
                "[1.2]",
                "a b",
                "x\"><script>",
                "user@evil",
                "evil:99999999",
                "evil:65536",
                "evil:x",
                "a/b",
                "a%zz",
                "ñ"
            })
    void whatIsNoHostIsRefusedInOneLineWithoutTheAddress(String host, CapturedOutput output)
            throws Exception {
        var answer = send("GET /at-once/SECRET HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains(PROBLEM, "RFC 9112, 3.2");
        assertThat(output.getAll())
                .contains("Refused: invalid-request: Host names no host")
                .doesNotContain("SECRET", "WARN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:",
                "localhost:80",
                "[::1]",
                "[::1]:8080",
                "a_b.example",
                "1.2.3.4:65535",
                "xn--a.example",
                ""
            })
    void hostsAreTaken(String host) throws Exception {
        var request = "GET /at-once/1 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";

        assertThat(told(send(request))).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcdef\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\nzz\r\n",
                "3\r\nabc\r\n0\r\nX: a\0b\r\n\r\n"
            })
    void chunksThatAreNoneAreRefusedInOneLine(String chunks, CapturedOutput output)
            throws Exception {
        var answer = send(postInChunks("/echo", chunks));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains(PROBLEM, "RFC 9112, 7.1");
        assertThat(told(answer)).containsExactly("400");
        assertThat(output.getAll())
                .contains("Refused: invalid-request: The body's chunks")
                .doesNotContain("WARN", "ERROR", "\tat ");
    }

    @Test
    void nothingIsWrittenIntoAnAnswerThatBegan() throws Exception {
        var chunked = getWith("/begun", "Transfer-Encoding: chunked") + "3\r\nabc\r\n";
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(chunked.getBytes(StandardCharsets.ISO_8859_1));
            var begun = new StringBuilder();
            while (!begun.toString().contains("<begun>")) {
                begun.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write("zz\r\n".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1");
        }
    }
}
