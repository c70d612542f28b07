package org.tinkuy.gateway.edge.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class DeviceSessionClosedTests {

    private static final Path CONTRACT =
            Path.of("../registration-service/contracts/device-sessions");

    static java.util.List<Path> samples() throws IOException {
        try (var files = Files.list(CONTRACT)) {
            return files.filter(file ->
                            file.getFileName()
                                    .toString()
                                    .startsWith(DeviceSessionClosed.TYPE + ".sample-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatRegistrationServicePublishes(Path sample) throws IOException {
        var closed =
                JsonMapper.builder()
                        .build()
                        .readValue(Files.readAllBytes(sample), DeviceSessionClosed.class);
        assertThat(closed.id()).isNotNull();
        assertThat(closed.at()).isNotNull();
    }
}
