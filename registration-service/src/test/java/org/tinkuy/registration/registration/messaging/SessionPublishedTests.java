package org.tinkuy.registration.registration.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.registration.registration.PublishSession;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.EventId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.SessionId;

/// Reads the samples of session-service, the old ones too.
class SessionPublishedTests {

    private static final Path SAMPLES = Path.of("../session-service/contracts/sessions");

    static Stream<Path> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files
                    .filter(file ->
                            file.getFileName().toString().startsWith("session-published.sample-"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySample(Path sample) throws IOException {
        assertThat(read(Files.readString(sample)).facts().id()).isNotNull();
    }

    @Test
    void readsWhatDecidesAboutSeats() throws IOException {
        var plenary = read(Files.readString(SAMPLES.resolve("session-published.sample-1.json")));

        assertThat(plenary.facts())
                .isEqualTo(
                        new PublishSession.Facts(
                                new SessionId(id("0195a1c0-0000-7000-8000-000000000010")),
                                new ProgrammeId(id("0195a1c0-0000-7000-8000-000000000001")),
                                new EventId(id("0195a1c0-0000-7000-8000-000000000002")),
                                Admission.OPEN,
                                500,
                                Instant.parse("2026-11-26T01:00:00Z"),
                                false));
    }

    @Test
    void readsThatASessionIsCancelled() throws IOException {
        var cancelled = read(Files.readString(SAMPLES.resolve("session-published.sample-4.json")));

        assertThat(cancelled.facts().cancelled()).isTrue();
    }

    @Test
    void readsASessionByInvitationWithoutDateAndCapacity() throws IOException {
        var workshop = read(Files.readString(SAMPLES.resolve("session-published.sample-2.json")));

        assertThat(workshop.facts().admission()).isEqualTo(Admission.INVITATION);
        assertThat(workshop.facts().capacity()).isNull();
        assertThat(workshop.facts().endsAt()).isNull();
    }

    @Test
    void refusesASessionThatSaysTooLittle() {
        assertThatThrownBy(() -> read("{\"capacity\": 3}").facts())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SessionPublished read(String json) {
        return MessageJson.mapper().readValue(json, SessionPublished.class);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
