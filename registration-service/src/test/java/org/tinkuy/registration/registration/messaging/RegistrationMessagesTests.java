package org.tinkuy.registration.registration.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.CancelReason;
import org.tinkuy.registration.seats.PendingSeat;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.Contract;

class RegistrationMessagesTests {

    private static final Contract REQUESTED = contract("requested");
    private static final Contract CONFIRMED = contract("confirmed");
    private static final Contract WAITLISTED = contract("waitlisted");
    private static final Contract PROMOTED = contract("promoted");
    private static final Contract LAPSED = contract("lapsed");
    private static final Contract CANCELLED = contract("cancelled");

    private static final RegistrationId FIRST = new RegistrationId(id(0x30));
    private static final RegistrationId SECOND = new RegistrationId(id(0x31));
    private static final List<RegistrationId> BOTH = List.of(FIRST, SECOND);
    private static final Instant ASKED = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant PROVED = Instant.parse("2026-11-22T15:00:20Z");

    static Stream<Contract> contracts() {
        return Stream.of(REQUESTED, CONFIRMED, WAITLISTED, PROMOTED, LAPSED, CANCELLED);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everySampleFitsItsSchema(Contract contract) {
        assertThat(contract.samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(contract.violations(sample)).isEmpty());
    }

    @Test
    void writesARequest() {
        var until = Instant.parse("2026-11-22T15:10:00Z");
        var held = new Pending(place(FIRST), 1, ASKED, PendingSeat.HELD, until, null, null);
        var waiting =
                new Pending(place(SECOND), 1, ASKED, PendingSeat.WAITING_LIST, until, null, null);

        assertThatMessage(Kind.REQUESTED, held, null, List.of()).isEqualTo(REQUESTED.sample(1));
        assertThatMessage(Kind.REQUESTED, waiting, null, List.of()).isEqualTo(REQUESTED.sample(2));
    }

    @Test
    void writesAConfirmation() {
        var confirmed = new Confirmed(place(FIRST), 2, ASKED, null, PROVED);

        assertThatMessage(Kind.CONFIRMED, confirmed, null, BOTH).isEqualTo(CONFIRMED.sample(1));
    }

    @Test
    void writesAPlaceOnTheWaitingList() {
        var waitlisted = new Waitlisted(place(SECOND), 2, ASKED, PROVED, 17);

        assertThatMessage(Kind.WAITLISTED, waitlisted, 4, BOTH).isEqualTo(WAITLISTED.sample(1));
    }

    @Test
    void writesAPromotion() {
        var promoted =
                new Confirmed(
                        place(SECOND), 3, ASKED, PROVED, Instant.parse("2026-11-22T16:00:00Z"));

        assertThatMessage(Kind.PROMOTED, promoted, null, List.of(SECOND))
                .isEqualTo(PROMOTED.sample(1));
    }

    @Test
    void writesThatNobodyConfirmed() {
        var lapsed =
                new Lapsed(
                        place(FIRST),
                        2,
                        ASKED,
                        PendingSeat.HELD,
                        Instant.parse("2026-11-22T15:10:01Z"),
                        null);

        assertThatMessage(Kind.LAPSED, lapsed, null, List.of(FIRST)).isEqualTo(LAPSED.sample(1));
    }

    @Test
    void writesACancellation() {
        var byAttendee =
                new Cancelled(
                        place(FIRST),
                        3,
                        ASKED,
                        null,
                        PROVED,
                        Instant.parse("2026-11-22T17:00:00Z"),
                        CancelReason.BY_ATTENDEE);
        var fromTheList =
                new Cancelled(
                        place(FIRST),
                        3,
                        ASKED,
                        PROVED,
                        null,
                        Instant.parse("2026-11-22T17:00:00Z"),
                        CancelReason.BY_ATTENDEE);
        var withSession =
                new Cancelled(
                        place(FIRST),
                        3,
                        ASKED,
                        null,
                        PROVED,
                        Instant.parse("2026-11-22T17:00:00Z"),
                        CancelReason.SESSION_CANCELLED);

        assertThatMessage(Kind.CANCELLED, byAttendee, null, List.of(FIRST))
                .isEqualTo(CANCELLED.sample(1));
        assertThatMessage(Kind.CANCELLED, fromTheList, null, List.of(FIRST))
                .isEqualTo(CANCELLED.sample(2));
        assertThatMessage(Kind.CANCELLED, withSession, null, List.of(FIRST))
                .isEqualTo(CANCELLED.sample(3));
    }

    @Test
    void keepsTheOrderOfARegistrationsStates() {
        var confirmed = new Confirmed(place(FIRST), 2, ASKED, null, PROVED);
        var event = new RegistrationEvent(Kind.CONFIRMED, confirmed, null, BOTH, "00-ab-cd-01");

        var message = RegistrationMessages.message(event, PROVED);

        assertThat(message.topic()).isEqualTo("registrations");
        assertThat(message.key()).isEqualTo(FIRST.value().toString());
        assertThat(message.type()).isEqualTo("registration-confirmed");
        assertThat(message.sequence()).isEqualTo(2);
        assertThat(message.traceparent()).isEqualTo("00-ab-cd-01");
    }

    private static ObjectAssert<Object> assertThatMessage(
            Kind kind,
            Registration registration,
            @Nullable Integer position,
            List<RegistrationId> together) {
        var event = new RegistrationEvent(kind, registration, position, together, null);
        var body = requireNonNull(RegistrationMessages.message(event, PROVED).data());
        return assertThat((Object) MessageJson.mapper().valueToTree(body));
    }

    private static Contract contract(String fact) {
        return new Contract("registrations", "registration-" + fact);
    }

    private static Place place(RegistrationId id) {
        var session = new SessionId(id(0x10));
        return new Place(
                id,
                session,
                PoolId.firstOf(session),
                new ProgrammeId(id(0x01)),
                new AttendeeId(id(0x20)));
    }

    private static UUID id(int end) {
        return UUID.fromString(
                String.format(Locale.ROOT, "0195a1c0-0000-7000-8000-0000000000%02x", end));
    }
}
