package org.tinkuy.notification.publication.messaging;

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

/// What session-service promises to say of publications is read.
class ContractsTests {

    private static final JsonMapper JSON = MessageJson.mapper();
    private static final Instant AT = Instant.parse("2026-12-01T14:00:03Z");

    static Stream<Path> samples() throws IOException {
        try (var files = Files.list(Path.of("../session-service/contracts/publications"))) {
            return files.filter(file -> file.toString().contains(".sample-")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySample(Path sample) throws IOException {
        var body = Files.readString(sample);
        assertThat(JSON.readValue(body, PublicationRefused.class).refusal(AT)).isNotNull();
    }
}
