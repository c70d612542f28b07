package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.testing.WrittenLines;

/// A phone that loses its network in the middle of a form.
class BrokenOffIT extends GatewayTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 40_000})
    void isNoFailureOfOurs(int sent) throws Exception {
        try (var lines = new WrittenLines(ROOT_LOGGER_NAME)) {
            breakOff("POST /api/sign-ins", sent);
            breakOff("POST /sign-in", sent);
            breakOff("PATCH /api/attendees/me", sent);
            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(lines.alarming()).isEmpty());
        }
        assertThat(send(request("/")).statusCode()).isEqualTo(200);
    }

    private void breakOff(String request, int sent) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            var head =
                    request
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 50000\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(" ".repeat(sent).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
