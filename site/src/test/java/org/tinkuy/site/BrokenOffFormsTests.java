package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.testing.RawHttp;
import org.tinkuy.testing.WrittenLines;

/// Forms that are too large, and forms that never come to their end, are no failures of ours.
@SiteTest
class BrokenOffFormsTests {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort int port;
    @Autowired StubServices services;

    /// Listens only now: who starts a context forgets who listened.
    private WrittenLines lines;

    @BeforeEach
    void forgetWhatServicesSay() {
        lines = new WrittenLines(ROOT_LOGGER_NAME);
        services.reset();
    }

    @AfterEach
    void readNoMore() {
        lines.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/newsletter", "/time-zone"})
    void refusesWhatIsTooLargeInOneLine(String path) {
        var form = "address=" + "x".repeat(70_000);
        var whole = new RawHttp.Request("POST", path, List.of(FORM), form);
        var inChunks =
                new RawHttp.Request(
                        "POST",
                        path,
                        List.of(FORM, "Transfer-Encoding: chunked"),
                        String.format(Locale.ROOT, "%x\r\n%s\r\n0\r\n\r\n", form.length(), form));

        for (var request : List.of(whole, inChunks)) {
            assertThat(new RawHttp(port).send(request).status()).isEqualTo(413);
        }

        assertThat(lines.alarming()).isEmpty();
        assertThat(lines.with("POST " + path, "too large")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysNothingOfWhoeverWentAway(boolean abruptly) {
        for (var path : List.of("/sign-in", "/newsletter", "/none")) {
            for (var length : List.of("Content-Length: 50000", "Transfer-Encoding: chunked")) {
                new RawHttp(port)
                        .breakOff(
                                new RawHttp.Request(
                                        "POST", path, List.of(FORM, length), "3e8\r\nx"),
                                abruptly);
            }
        }
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lines.alarming()).isEmpty());
    }
}
