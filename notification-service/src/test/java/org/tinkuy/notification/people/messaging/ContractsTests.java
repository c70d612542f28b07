package org.tinkuy.notification.people.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.messages.UndecodableMessage;
import org.tinkuy.notification.people.RegistrationChange.What;
import tools.jackson.databind.json.JsonMapper;

/// What others promise to say is read.
class ContractsTests {

    /// Whoever signed out, or may do something else, is told of for the gateway.
    private static final Set<String> UNREAD_DEVICES =
            Set.of("device-session-closed", "device-session-roles-changed");

    private static final JsonMapper JSON = MessageJson.mapper();

    static Stream<Path> samplesOfOthers() throws IOException {
        return Stream.of(
                        "../registration-service/contracts/attendees",
                        "../registration-service/contracts/device-sessions",
                        "../registration-service/contracts/registrations",
                        "../session-service/contracts/programmes",
                        "../session-service/contracts/sessions")
                .flatMap(ContractsTests::samples)
                .filter(sample -> !Listeners.UNREAD_REGISTRATIONS.contains(type(sample)))
                .filter(sample -> !UNREAD_DEVICES.contains(type(sample)));
    }

    private static Stream<Path> samples(String folder) {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().contains(".sample-")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path sample) {
        return sample.getFileName().toString().replaceFirst("\\.sample-.*", "");
    }

    @ParameterizedTest
    @MethodSource("samplesOfOthers")
    void readsEverySampleOfTheOthers(Path sample) throws IOException {
        var body = Files.readString(sample);
        var type = type(sample);
        Object read =
                switch (type) {
                    case "attendee-recorded" ->
                            JSON.readValue(body, AttendeeRecorded.class).recorded();
                    case "device-session-opened" ->
                            JSON.readValue(body, DeviceSessionOpened.class).attendeeId();
                    case "programme-published" ->
                            JSON.readValue(body, ProgrammePublished.class).programme();
                    case "session-published" ->
                            JSON.readValue(body, SessionPublished.class).session();
                    default -> JSON.readValue(body, RegistrationState.class).change(type);
                };
        assertThat(read).isNotNull();
    }

    @Test
    void tellsWhatACancelledRegistrationWasBefore() throws IOException {
        assertThat(cancelled(1))
                .isInstanceOfSatisfying(
                        What.Cancelled.class,
                        it -> assertThat(it.before()).isEqualTo(What.Before.SEAT));
        assertThat(cancelled(2))
                .isInstanceOfSatisfying(
                        What.Cancelled.class,
                        it -> assertThat(it.before()).isEqualTo(What.Before.WAITING_LIST));
        assertThat(cancelled(4))
                .isInstanceOfSatisfying(
                        What.Cancelled.class,
                        it -> assertThat(it.reason()).isEqualTo("by-organiser"));
    }

    private static What cancelled(int sample) throws IOException {
        var file =
                Path.of(
                        "../registration-service/contracts/registrations",
                        "registration-cancelled.sample-" + sample + ".json");
        return JSON.readValue(Files.readString(file), RegistrationState.class)
                .change("registration-cancelled")
                .what();
    }

    @Test
    void refusesAMessageThatTheContractDoesNotKnow() throws IOException {
        var file =
                Path.of(
                        "../registration-service/contracts/registrations",
                        "registration-confirmed.sample-1.json");
        var state = JSON.readValue(Files.readString(file), RegistrationState.class);
        assertThatThrownBy(() -> state.change("registration-dreamt"))
                .isInstanceOf(UndecodableMessage.class);
        assertThatThrownBy(() -> state.change("registration-cancelled"))
                .isInstanceOf(UndecodableMessage.class)
                .hasMessageContaining("cancelledAt");
    }
}
