package org.tinkuy.gateway.edge.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.gateway.StubService;

/// Bodies that wait until they are asked for, and bodies that nobody unpacks.
class BodyToComeIT extends GatewayTest {

    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    @Test
    void isAskedForWhereItIsRead() throws Exception {
        try (var client = send("POST /api/seats", "Expect: 100-continue", "Content-Length: 4")) {
            assertThat(read(client, CONTINUE.length())).isEqualTo(CONTINUE);
            client.getOutputStream().write("body".getBytes(ISO_8859_1));

            assertThat(read(client, 15)).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(registration.last().body()).isEqualTo("body");
        assertThat(registration.last().headers().contains("Expect")).isFalse();
    }

    /// Whatever comes next on the connection could be that body, so there is no next.
    @ParameterizedTest
    @CsvSource({
        "/internal/tokens, Content-Length: 4, 404",
        "/api/seats, Content-Length: 1000000, 413",
        "/api/programmes/import, Content-Length: 9000000, 413"
    })
    void isNotAskedForWhereItIsRefused(String path, String length, int status) throws Exception {
        try (var client = send("POST " + path, "Expect: 100-continue", length)) {
            assertThat(rest(client)).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void isNotAskedForWhereNobodyKnowsWhoSendsIt() throws Exception {
        registration.answers(StubService.status(404));
        try (var client =
                send(
                        "POST /api/seats",
                        "Authorization: Bearer unknown",
                        "Expect: 100-continue",
                        "Content-Length: 4")) {
            assertThat(rest(client)).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void otherExpectationsAreNotHeard() throws Exception {
        try (var client =
                send("POST /api/seats", "Expect: tea", "Connection: close", "Content-Length: 0")) {
            assertThat(rest(client)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(registration.last().headers().contains("Expect")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "GZIP"})
    void isRefusedPacked(String coding) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write("{}".getBytes(ISO_8859_1));
        }
        var answer =
                send(
                        request("/api/registrations")
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", coding)
                                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().allValues("Accept-Encoding")).isEqualTo(List.of("identity"));
        assertThat(answer.body()).contains("urn:tinkuy:problem:unsupported-media-type");
        assertThat(registration.received()).isEmpty();
    }

    @Test
    void passesAsItIs() throws Exception {
        var answer =
                send(
                        request("/api/registrations")
                                .header("Content-Encoding", "identity")
                                .POST(body("{}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(send(request("/api/seats").header("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(200);
    }

    private Socket send(String request, String... headers) throws IOException {
        var client = new Socket("localhost", port);
        client.setSoTimeout(10_000);
        var head =
                request
                        + " HTTP/1.1\r\nHost: localhost\r\n"
                        + String.join("\r\n", headers)
                        + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(ISO_8859_1));
        return client;
    }

    private static String read(Socket client, int bytes) throws IOException {
        return new String(client.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    /// Until the connection ends, which would be after 30 s where somebody waits for the body.
    private static String rest(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    }
}
