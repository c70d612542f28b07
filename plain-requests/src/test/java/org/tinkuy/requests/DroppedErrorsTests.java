package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.ChannelOperations;

@ExtendWith(OutputCaptureExtension.class)
class DroppedErrorsTests {

    @Test
    void saysNothingOfAnAnswerThatNobodyWaitsFor(CapturedOutput output) {
        DroppedErrors.write(new IllegalStateException(DroppedErrors.RELEASED));
        DroppedErrors.write(
                new IllegalStateException(
                        DroppedErrors.REJECTED
                                + " State=[terminated=false, cancelled=true, pending=0,"
                                + " error=false]"));

        assertThat(output.getAll()).doesNotContain("ERROR", "\tat ");
    }

    @Test
    void saysNothingOfARefusalThatNobodyWaitsFor(CapturedOutput output) {
        DroppedErrors.write(new ResponseStatusException(HttpStatus.NOT_FOUND));
        DroppedErrors.write(new Refused());

        assertThat(output.getAll()).doesNotContain("ERROR", "\tat ");
    }

    private static final class Refused extends RuntimeException implements ForTheCaller {}

    /// There are no types for it.
    @Test
    void knowsTheWordsOfSpringAndReactorNetty() throws IOException {
        assertThat(code(ReactorClientHttpConnector.class, "ReactorClientHttpResponse.class"))
                .contains(DroppedErrors.RELEASED);
        assertThat(code(ChannelOperations.class, "FluxReceive.class"))
                .contains(DroppedErrors.REJECTED, ", cancelled=");
    }

    private static String code(Class<?> beside, String name) throws IOException {
        try (var code = beside.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(code).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void tellsOfFailuresOfOurs(CapturedOutput output) {
        DroppedErrors.write(new IllegalStateException("ours"));

        assertThat(output.getAll()).contains("ERROR", "nobody listened", "ours");
    }
}
