package org.tinkuy.registration.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.seats.SessionFixtures.aSession;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Pending;

/// Strangers ask in the name of somebody who asked, was registered or cancelled before.
class AskedAgainTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SessionId PLENARY = new SessionId(new UUID(2, 1));
    private static final PoolId POOL = PoolId.firstOf(PLENARY);
    private static final int VICTIM = 1_000;
    private static final Origin HERE = new Origin(new Network("203.0.113.7"), null);

    private final SeatStore store = new SeatStore();
    private long ids;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNetworkHoldsAsManySeatsWhetherOrNotItAsksForSomebodyWhoIsRegistered(boolean registered) {
        open(1_000, registered);
        for (var number = 1; number < Hold.PER_NETWORK; number++) {
            ask(number, NOON);
        }
        assertThat(ask(VICTIM, NOON).seat()).isEqualTo(PendingSeat.HELD);

        assertThat(ask(VICTIM + 1, NOON).seat()).isEqualTo(PendingSeat.NOT_HELD);
        assertThat(ask(VICTIM, NOON).seat()).isEqualTo(PendingSeat.HELD);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "2, true", "3, true", "4, true"})
    void onesOwnHoldMakesNoSessionFullAndNoShareSpent(int capacity, boolean registered) {
        open(capacity, registered);
        ask(VICTIM, NOON);

        var later = NOON.plusSeconds(60);
        var held = new Outcome.Offer(PLENARY, PendingSeat.HELD, later.plus(Hold.LASTS));
        assertThat(ask(VICTIM, later)).isEqualTo(held);
        assertThat(askUnmailed(VICTIM, HERE)).isEqualTo(held);
        assertThat(ask(1, later).seat())
                .isEqualTo(
                        switch (registered ? capacity - 1 : capacity) {
                            case 1 -> PendingSeat.WAITING_LIST;
                            case 2 -> PendingSeat.NOT_HELD;
                            default -> PendingSeat.HELD;
                        });
    }

    @Test
    void whoHoldsASeatIsToldSoAlsoWhereOthersWaitForOne() {
        open(1, false);
        ask(VICTIM, NOON);
        decide(new Registrant.SignedIn(attendee(1)), NOON);

        assertThat(ask(VICTIM, NOON).seat()).isEqualTo(PendingSeat.HELD);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theShareThatIsHeldAndTheLastSeatTellNothing(boolean registered) {
        open(registered ? 4 : 3, registered);
        ask(VICTIM, NOON);
        ask(1, NOON);

        assertThat(ask(2, NOON).seat()).isEqualTo(PendingSeat.NOT_HELD);
        store.publish(aSession(PLENARY).withCapacity(registered ? 3 : 2));
        assertThat(ask(3, NOON).seat()).isEqualTo(PendingSeat.WAITING_LIST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWithdrawnTellsNothing(boolean registered) {
        open(registered ? 2 : 1, registered);
        ask(VICTIM, NOON);
        assertThat(ask(1, NOON).seat()).isEqualTo(PendingSeat.WAITING_LIST);

        store.decide(List.of(new Command.Withdraw(attendee(VICTIM), Set.of(PLENARY), null)), NOON);

        assertThat(ask(2, NOON).seat()).isEqualTo(PendingSeat.HELD);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameAddressHoldsASeatForHalfAnHourAtMost(boolean registered) {
        open(registered ? 2 : 1, registered);
        ask(VICTIM, NOON);
        for (var minutes : List.of(11, 22)) {
            var now = NOON.plus(Duration.ofMinutes(minutes));
            lapse(now);
            assertThat(ask(VICTIM, now).heldUntil())
                    .isEqualTo(NOON.plus(Duration.ofMinutes(Math.min(minutes + 10, 30))));
        }
        var later = NOON.plus(Duration.ofMinutes(31));
        lapse(later);
        assertThat(ask(VICTIM, later))
                .isEqualTo(new Outcome.Offer(PLENARY, PendingSeat.NOT_HELD, null));

        assertThat(ask(1, later).seat()).isEqualTo(PendingSeat.HELD);
        lapse(later.plus(Duration.ofMinutes(11)));
        assertThat(ask(VICTIM, NOON.plus(Hold.REMEMBERED)).seat()).isEqualTo(PendingSeat.HELD);
    }

    @Test
    void whatWasCancelledStaysSoUntilTheRequestIsConfirmed() {
        open(5, true);
        store.decide(
                List.of(new Command.Cancel(id(), POOL, attendee(VICTIM), null, null)),
                NOON.plusSeconds(1));
        var cancelled = victim();

        ask(VICTIM, NOON.plusSeconds(2));
        assertThat(victim()).isInstanceOf(Pending.class);
        assertThat(victim().told()).isEqualTo(cancelled);
        lapse(NOON.plus(Duration.ofMinutes(11)));
        assertThat(victim().told()).isEqualTo(cancelled).isInstanceOf(Cancelled.class);
        ask(VICTIM, NOON.plus(Duration.ofMinutes(12)));
        assertThat(victim().told()).isEqualTo(cancelled);

        var due = new ConfirmationDue(new UUID(5, 1), attendee(VICTIM), List.of(PLENARY));
        store.decide(
                List.of(new Command.Confirm(due, wishes(), null)),
                NOON.plus(Duration.ofMinutes(13)));
        assertThat(victim().told()).isInstanceOf(Confirmed.class);
    }

    /// What the code that came before is good for is kept.
    @Test
    void aRequestThatNoCodeIsMailedForChangesNothing() {
        open(1, false);

        assertThat(askUnmailed(VICTIM, HERE).seat()).isEqualTo(PendingSeat.NOT_HELD);
        assertThat(store.registrations).isEmpty();
        ask(VICTIM, NOON);
        var held = victim();
        var renewal = new Origin(null, new Origin.Renewal(new UUID(6, 1), NOON));
        for (var origin : List.of(HERE, renewal)) {
            assertThat(askUnmailed(VICTIM, origin))
                    .isEqualTo(
                            new Outcome.Offer(
                                    PLENARY, PendingSeat.HELD, NOON.plus(Duration.ofMinutes(10))));
        }
        assertThat(victim()).isEqualTo(held);
    }

    private Outcome.Offer askUnmailed(int number, Origin origin) {
        var register =
                new Command.Register(
                        stranger(number),
                        wishes(),
                        new IdempotencyKey("key", "hash"),
                        origin,
                        null);
        store.unmailed.add(register);
        var outcome = store.decide(List.of(register), NOON.plusSeconds(60)).outcomes().getFirst();
        return ((Outcome.Offered) outcome).offers().getFirst();
    }

    private void open(int capacity, boolean registered) {
        store.publish(aSession(PLENARY).withCapacity(capacity));
        if (registered) {
            decide(new Registrant.SignedIn(attendee(VICTIM)), NOON);
        }
    }

    private Outcome.Offer ask(int number, Instant now) {
        return ((Outcome.Offered) decide(stranger(number), now)).offers().getFirst();
    }

    private Registrant.Stranger stranger(int number) {
        var stranger =
                new Registrant.Stranger(
                        new EmailAddress("person" + number + "@example.org"), "Ana", "es", null);
        store.attendees.put(stranger.key(), attendee(number));
        return stranger;
    }

    private Outcome decide(Registrant registrant, Instant now) {
        var register =
                new Command.Register(
                        registrant, wishes(), new IdempotencyKey("key", "hash"), HERE, null);
        return store.decide(List.of(register), now).outcomes().getFirst();
    }

    private void lapse(Instant now) {
        store.registrations.values().stream()
                .map(registration -> registration.place().id())
                .toList()
                .forEach(id -> store.decide(List.of(new Command.ExpireHold(id, POOL)), now));
    }

    private RegistrationId id() {
        return victim().place().id();
    }

    private Registration victim() {
        return store.registrations.values().stream()
                .filter(it -> it.place().attendee().equals(attendee(VICTIM)))
                .findAny()
                .orElseThrow();
    }

    private List<Wish> wishes() {
        return List.of(new Wish(new RegistrationId(new UUID(4, ids++)), PLENARY));
    }

    private static AttendeeId attendee(int number) {
        return new AttendeeId(new UUID(8, number));
    }
}
