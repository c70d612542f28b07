package org.tinkuy.gateway.edge.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class DeviceSessionFactTests {

    private static final Path CONTRACT =
            Path.of("../registration-service/contracts/device-sessions");

    static List<Path> samples() throws IOException {
        try (var files = Files.list(CONTRACT)) {
            return files.filter(file -> isOne(file.getFileName().toString())).toList();
        }
    }

    private static boolean isOne(String name) {
        return DeviceSessionFact.TYPES.stream()
                .anyMatch(type -> name.startsWith(type + ".sample-"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatRegistrationServicePublishes(Path sample) throws IOException {
        var fact =
                JsonMapper.builder()
                        .build()
                        .readValue(Files.readAllBytes(sample), DeviceSessionFact.class);
        assertThat(fact.id()).isNotNull();
        assertThat(fact.at()).isNotNull();
    }
}
