package org.tinkuy.gateway.edge.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.util.unit.DataSize;
import org.tinkuy.gateway.edge.ClientAddress;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.NetworkShares;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Harmless slow clients at a server with little patience. A slow machine makes them slower.
class ClientConnectionsTests {

    private static final EdgeProperties.Patience LITTLE =
            new EdgeProperties.Patience(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));
    private static final int LONGEST_TEST_MILLIS = 60_000;
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String BEGINNING_OF_A_POST =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable DisposableServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.disposeNow();
        }
    }

    @Test
    void endsARequestThatGoesOnSlowlyAfterItsAnswer() throws IOException {
        listen(100, List.of(), (_, response) -> answer(response.status(504)));
        try (var client = connect()) {
            client.getOutputStream().write(BEGINNING_OF_A_POST.getBytes(US_ASCII));
            assertThat(line(client)).startsWith("HTTP/1.1 504");
            assertThat(dripUntilTheEnd(client)).isTrue();
        }
    }

    @Test
    void endsARequestThatStops() throws IOException {
        listen(
                100,
                List.of(),
                (request, response) -> request.receive().then().then(answer(response)));
        try (var client = connect()) {
            client.getOutputStream().write(BEGINNING_OF_A_POST.getBytes(US_ASCII));
            assertThat(line(client)).startsWith("HTTP/1.1 408");
            client.getInputStream().readAllBytes();
        }
    }

    @Test
    void endsAHeadThatStops() throws IOException {
        listen(100, List.of(), (_, response) -> answer(response));
        try (var client = connect()) {
            client.getOutputStream().write("GET / HTT".getBytes(US_ASCII));
            assertThat(line(client)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void endsAnAnswerThatNobodyTakes() throws IOException {
        var ended = new AtomicBoolean();
        listen(
                100,
                List.of(),
                (_, response) ->
                        response.sendString(
                                Flux.<String>generate(sink -> sink.next("x".repeat(64 * 1024)))
                                        .doOnCancel(() -> ended.set(true))));
        try (var client = connect()) {
            client.getOutputStream().write(GET.getBytes(US_ASCII));
            await().atMost(Duration.ofMillis(LONGEST_TEST_MILLIS)).untilTrue(ended);
        }
    }

    @Test
    void givesANetworkItsShareOfConnections() throws IOException {
        listen(2, List.of(), (_, response) -> answer(response));
        try (var first = connect();
                var second = connect()) {
            assertThat(isServed(first)).isTrue();
            assertThat(isServed(second)).isTrue();
            try (var third = connect()) {
                assertThat(isServed(third)).isFalse();
            }
            assertThat(
                            meters.counter(
                                            "tinkuy.gateway.refused",
                                            "reason",
                                            "too-many-connections")
                                    .count())
                    .isEqualTo(1);
        }
        await().atMost(Duration.ofMillis(LONGEST_TEST_MILLIS))
                .until(() -> {
                    try (var later = connect()) {
                        return isServed(later);
                    }
                });
    }

    @Test
    void countsNoConnectionsOfAProxyThatItTrusts() throws IOException {
        listen(1, List.of("127.0.0.1"), (_, response) -> answer(response));
        try (var first = connect();
                var second = connect()) {
            assertThat(isServed(first)).isTrue();
            assertThat(isServed(second)).isTrue();
        }
    }

    private void listen(
            int most,
            List<String> proxies,
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        var connections =
                new ClientConnections(
                        new ClientAddress(proxies), new NetworkShares(most), settings(), meters);
        server =
                connections
                        .apply(HttpServer.create().host("127.0.0.1").port(0).handle(handler))
                        .bindNow();
    }

    private static EdgeProperties settings() {
        var url = URI.create("http://localhost");
        var none = List.<String>of();
        return new EdgeProperties(
                url,
                none,
                "",
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                new EdgeProperties.LargeBodies(none, DataSize.ofMegabytes(1)),
                Duration.ofSeconds(1),
                1,
                LITTLE,
                none,
                none,
                "s".repeat(32),
                new EdgeProperties.InnerPorts(url, url, url, url),
                new EdgeProperties.Services(
                        url, url, url, url, new EdgeProperties.Paths(none, none, none)),
                new EdgeProperties.Tokens(Duration.ofSeconds(1), 1),
                List.of());
    }

    private static Mono<Void> answer(HttpServerResponse response) {
        return response.header("Content-Length", "2").sendString(Mono.just("ok")).then();
    }

    private Socket connect() throws IOException {
        var client =
                new Socket(InetAddress.getLoopbackAddress(), Objects.requireNonNull(server).port());
        client.setSoTimeout(LONGEST_TEST_MILLIS);
        return client;
    }

    private static boolean isServed(Socket client) throws IOException {
        try {
            client.getOutputStream().write(GET.getBytes(US_ASCII));
            return line(client).startsWith("HTTP/1.1 200");
        } catch (SocketException _) {
            return false; // closed with a reset
        }
    }

    /// @return whether there was one; a server that waits for ever lets the test fail
    private static boolean dripUntilTheEnd(Socket client) throws IOException {
        client.setSoTimeout(200);
        for (var end = System.nanoTime() + LONGEST_TEST_MILLIS * 1_000_000L;
                System.nanoTime() < end; ) {
            try {
                client.getOutputStream().write('x');
                if (client.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException _) {
                // nothing to read for a while: the next drop
            } catch (SocketException _) {
                return true;
            }
        }
        return false;
    }

    private static String line(Socket client) throws IOException {
        var read = new StringBuilder();
        for (var c = client.getInputStream().read();
                c >= 0 && c != '\n';
                c = client.getInputStream().read()) {
            read.append((char) c);
        }
        return read.toString();
    }
}
