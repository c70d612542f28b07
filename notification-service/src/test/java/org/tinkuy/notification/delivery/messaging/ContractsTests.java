package org.tinkuy.notification.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.RegistrationChange.What;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.outbox.MessageJson;
import org.tinkuy.outbox.UndecodableMessage;
import tools.jackson.databind.json.JsonMapper;

/// What others promise to say is read, and what this service promises to say is said.
class ContractsTests {

    private static final JsonMapper JSON = MessageJson.mapper();
    private static final Instant AT = Instant.parse("2026-11-22T15:00:25Z");

    static Stream<Path> samplesOfOthers() throws IOException {
        return Stream.of(
                        "../registration-service/contracts/attendees",
                        "../registration-service/contracts/registrations",
                        "../registration-service/contracts/sign-ins",
                        "../session-service/contracts/programmes",
                        "../session-service/contracts/sessions")
                .flatMap(ContractsTests::samples);
    }

    private static Stream<Path> samples(String folder) {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().contains(".sample-")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samplesOfOthers")
    void readsEverySampleOfTheOthers(Path sample) throws IOException {
        var body = Files.readString(sample);
        var type = sample.getFileName().toString().replaceFirst("\\.sample-.*", "");
        Object read =
                switch (type) {
                    case "attendee-recorded" ->
                            JSON.readValue(body, AttendeeRecorded.class).addressee();
                    case "programme-published" ->
                            JSON.readValue(body, ProgrammePublished.class).programme();
                    case "session-published" ->
                            JSON.readValue(body, SessionPublished.class).session();
                    case "sign-in-requested" ->
                            JSON.readValue(body, SignInRequested.class).request(AT);
                    default -> JSON.readValue(body, RegistrationState.class).change(type);
                };
        assertThat(read).isNotNull();
    }

    @Test
    void tellsWhetherACancelledRegistrationHeldASeat() throws IOException {
        assertThat(cancelled(1))
                .isInstanceOfSatisfying(
                        What.Cancelled.class, it -> assertThat(it.wasConfirmed()).isTrue());
        assertThat(cancelled(2))
                .isInstanceOfSatisfying(
                        What.Cancelled.class, it -> assertThat(it.wasConfirmed()).isFalse());
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

    @ParameterizedTest
    @CsvSource({"delivery-sent", "delivery-failed"})
    void keepsItsSamplesInForm(String message) {
        var contract = new Contract("deliveries", message);
        assertThat(contract.violations(contract.sample(1))).isEmpty();
        assertThat(contract.violations(contract.sample(2))).isEmpty();
    }

    @Test
    void writesWhatItPromises() {
        assertThat(written(new Verdict.Sent(AT)))
                .isEqualTo(JSON.readTree(new Contract("deliveries", "delivery-sent").sample(1)));
        assertThat(written(new Verdict.Failed(AT, "550 5.1.1 no such mailbox")))
                .isEqualTo(JSON.readTree(new Contract("deliveries", "delivery-failed").sample(1)));
    }

    @Test
    void saysNothingOfWhatIsNotOver() {
        assertThat(DeliveryMessages.message(aDelivery(), new Verdict.Again(AT, "451"))).isEmpty();
        assertThat(DeliveryMessages.message(aDelivery(), new Verdict.LeftUnknown(AT, "lost")))
                .isEmpty();
    }

    private static Object written(Verdict verdict) {
        var message = DeliveryMessages.message(aDelivery(), verdict).orElseThrow();
        return JSON.readTree(JSON.writeValueAsString(message.data()));
    }

    private static Delivery aDelivery() {
        return new Delivery(
                new DeliveryId(UUID.fromString("0195a1c0-0000-7000-8000-000000000060")),
                DeliveryKind.REGISTRATION_CONFIRMED,
                new RecipientId(UUID.fromString("0195a1c0-0000-7000-8000-000000000020")),
                List.of(
                        UUID.fromString("0195a1c0-0000-7000-8000-000000000030"),
                        UUID.fromString("0195a1c0-0000-7000-8000-000000000031")),
                AT,
                1,
                0,
                false,
                null);
    }
}
