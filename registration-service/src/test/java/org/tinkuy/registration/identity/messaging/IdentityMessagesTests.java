package org.tinkuy.registration.identity.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.DeviceSessionId;
import org.tinkuy.registration.identity.IdentityEvent;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.testing.Contract;
import tools.jackson.databind.JsonNode;

class IdentityMessagesTests {

    private static final Contract ATTENDEE_RECORDED =
            new Contract("attendees", "attendee-recorded");
    private static final Contract SIGN_IN_REQUESTED = new Contract("sign-ins", "sign-in-requested");
    private static final Contract OPENED = new Contract("device-sessions", "device-session-opened");
    private static final Contract CLOSED = new Contract("device-sessions", "device-session-closed");
    private static final Contract ROLES_CHANGED =
            new Contract("device-sessions", "device-session-roles-changed");

    private static final Instant AT = Instant.parse("2026-11-22T15:00:20Z");
    private static final AttendeeId ANA =
            new AttendeeId(UUID.fromString("0195a1c0-0000-7000-8000-000000000020"));

    static Stream<Contract> contracts() {
        return Stream.of(ATTENDEE_RECORDED, SIGN_IN_REQUESTED, OPENED, CLOSED, ROLES_CHANGED);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everySampleFitsItsSchema(Contract contract) {
        assertThat(contract.samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(contract.violations(sample)).isEmpty());
    }

    @Test
    void recordsAnUnconfirmedAttendee() {
        var message =
                IdentityMessages.message(
                        new IdentityEvent.AttendeeRecorded(
                                ana("es", ZoneId.of("America/Lima"), null, null, 1), AT));

        assertThat(body(message.data())).isEqualTo(ATTENDEE_RECORDED.sample(1));
        assertThat(message.topic()).isEqualTo("attendees");
        assertThat(message.key()).isEqualTo(ANA.value().toString());
        assertThat(message.sequence()).isEqualTo(1);
    }

    @Test
    void recordsAConfirmedAttendee() {
        var message =
                IdentityMessages.message(
                        new IdentityEvent.AttendeeRecorded(ana("qu", null, AT, null, 2), AT));

        assertThat(body(message.data())).isEqualTo(ATTENDEE_RECORDED.sample(2));
        assertThat(message.sequence()).isEqualTo(2);
    }

    @Test
    void recordsWhenSomebodySetTheirLanguage() {
        var setAt = Instant.parse("2026-11-23T09:30:00Z");
        var message =
                IdentityMessages.message(
                        new IdentityEvent.AttendeeRecorded(
                                ana("fr", ZoneId.of("America/Lima"), AT, setAt, 3), setAt));

        assertThat(body(message.data())).isEqualTo(ATTENDEE_RECORDED.sample(4));
    }

    @Test
    void asksForTheMailOfARegistration() {
        var sessions = List.of(UUID.fromString("0195a1c0-0000-7000-8000-000000000010"));
        var message =
                signInRequested(
                        "0195a1c0-0000-7000-8000-000000000040",
                        new SignIns.Request(
                                new EmailAddress("ana@example.org"),
                                "es",
                                null,
                                new SignIns.Named("Ana", sessions),
                                null,
                                null));

        assertThat(body(message)).isEqualTo(SIGN_IN_REQUESTED.sample(1));
    }

    @Test
    void saysWhichSessionsAreFull() {
        var open = UUID.fromString("0195a1c0-0000-7000-8000-000000000010");
        var full = UUID.fromString("0195a1c0-0000-7000-8000-000000000011");
        var message =
                signInRequested(
                        "0195a1c0-0000-7000-8000-000000000043",
                        new SignIns.Request(
                                new EmailAddress("ana@example.org"),
                                "es",
                                null,
                                new SignIns.Named("Ana", List.of(open, full), Set.of(full)),
                                null,
                                null));

        assertThat(body(message)).isEqualTo(SIGN_IN_REQUESTED.sample(4));
    }

    @Test
    void asksForTheMailOfASignIn() {
        var message =
                signInRequested(
                        "0195a1c0-0000-7000-8000-000000000041",
                        new SignIns.Request(
                                new EmailAddress("organiser@example.org"),
                                "en",
                                ZoneId.of("Europe/Madrid"),
                                null,
                                null,
                                null));

        assertThat(body(message)).isEqualTo(SIGN_IN_REQUESTED.sample(2));
    }

    @Test
    void tellsThatADeviceWasSignedInAndOut() {
        var id = new DeviceSessionId(UUID.fromString("0195a1c0-0000-7000-8000-000000000050"));

        var opened = IdentityMessages.message(new IdentityEvent.DeviceSessionOpened(id, ANA, AT));
        var closed =
                IdentityMessages.message(
                        new IdentityEvent.DeviceSessionClosed(
                                id, ANA, Instant.parse("2026-11-22T18:00:20Z")));

        var changed =
                IdentityMessages.message(
                        new IdentityEvent.RolesChanged(
                                id, ANA, Instant.parse("2026-11-22T16:30:00Z")));

        assertThat(body(opened.data())).isEqualTo(OPENED.sample(1));
        assertThat(body(changed.data())).isEqualTo(ROLES_CHANGED.sample(1));
        assertThat(body(closed.data())).isEqualTo(CLOSED.sample(1));
        assertThat(closed.sequence()).isGreaterThan(opened.sequence());
    }

    private static Object signInRequested(String challenge, SignIns.Request request) {
        var message =
                IdentityMessages.message(
                        new IdentityEvent.SignInRequested(
                                UUID.fromString(challenge),
                                request,
                                Instant.parse("2026-11-22T15:10:00Z"),
                                AT));
        return requireNonNull(message.data());
    }

    private static Attendee ana(
            String language,
            @Nullable ZoneId timeZone,
            @Nullable Instant confirmedAt,
            @Nullable Instant preferencesSetAt,
            long version) {
        return new Attendee(
                ANA,
                new EmailAddress("ana@example.org"),
                "Ana Quispe",
                language,
                timeZone,
                confirmedAt,
                preferencesSetAt,
                version);
    }

    /// As it goes over the wire.
    private static JsonNode body(@Nullable Object data) {
        return MessageJson.mapper().readTree(MessageJson.mapper().writeValueAsString(data));
    }
}
