package org.tinkuy.notification.notice.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.messages.MessageJson;
import tools.jackson.databind.json.JsonMapper;

/// What registration-service promises to say of sign-ins is read.
class ContractsTests {

    private static final JsonMapper JSON = MessageJson.mapper();
    private static final Instant AT = Instant.parse("2026-11-22T15:00:25Z");

    static Stream<Path> samples() throws IOException {
        try (var files = Files.list(Path.of("../registration-service/contracts/sign-ins"))) {
            return files.filter(file -> file.toString().contains(".sample-")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySample(Path sample) throws IOException {
        var body = Files.readString(sample);
        Object read =
                sample.getFileName().toString().startsWith(StaffInvited.TYPE)
                        ? JSON.readValue(body, StaffInvited.class).invitation(AT)
                        : JSON.readValue(body, SignInRequested.class).request(AT);
        assertThat(read).isNotNull();
    }
}
