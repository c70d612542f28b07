package org.tinkuy.registration.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.seats.SessionFixtures.aSession;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;

class SeatAllocationTests {

    private static final SessionId PLENARY = new SessionId(new UUID(2, 1));
    private static final SessionId WORKSHOP = new SessionId(new UUID(2, 2));
    private static final AttendeeId ANA = new AttendeeId(new UUID(1, 1));
    private static final AttendeeId BEN = new AttendeeId(new UUID(1, 2));
    private static final EmailAddress ANAS = new EmailAddress("ana@example.org");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SeatStore store = new SeatStore();
    private long ids;

    SeatAllocationTests() {
        store.publish(aSession(PLENARY).withCapacity(1));
        store.publish(aSession(WORKSHOP).withCapacity(1));
        store.attendees.put(ANAS, ANA);
    }

    @Test
    void whatOneActConfirmsAndWaitlistsBelongsTogether() {
        decide(NOON, signedIn(BEN, WORKSHOP));

        var decision = decide(NOON, signedIn(ANA, PLENARY, WORKSHOP));

        assertThat(decision.events())
                .extracting(RegistrationEvent::kind)
                .containsExactly(Kind.CONFIRMED, Kind.WAITLISTED);
        assertThat(decision.events())
                .allMatch(event -> event.together().equals(idsOf(decision.events())));
    }

    @Test
    void actsOfOneBatchDoNotBelongTogether() {
        var decision = decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, WORKSHOP));

        assertThat(decision.events()).allMatch(event -> event.together().size() == 1);
    }

    @Test
    void anAttendeeWhoIsRegisteredStaysSoWithoutAMessage() {
        decide(NOON, signedIn(ANA, PLENARY));

        var again = decide(NOON, signedIn(ANA, PLENARY));

        assertThat(again.events()).isEmpty();
        assertThat(again.outcomes().getFirst()).isInstanceOf(Outcome.Decided.class);
    }

    @Test
    void askingAgainProlongsTheHoldButNotBeyondHalfAnHour() {
        decide(NOON, stranger(PLENARY));

        decide(NOON.plus(Duration.ofMinutes(8)), stranger(PLENARY));
        assertThat(heldUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(18)));
        decide(NOON.plus(Duration.ofMinutes(17)), stranger(PLENARY));
        decide(NOON.plus(Duration.ofMinutes(26)), stranger(PLENARY));

        assertThat(heldUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
        assertThat(store.pool(PoolId.firstOf(PLENARY)).taken()).isEqualTo(1);
    }

    @Test
    void aHoldThatWasProlongedIsNotExpired() {
        decide(NOON, stranger(PLENARY));
        decide(NOON.plus(Duration.ofMinutes(8)), stranger(PLENARY));
        var id = only(Pending.class).place().id();

        decide(
                NOON.plus(Duration.ofMinutes(11)),
                new Command.ExpireHold(id, PoolId.firstOf(PLENARY)));

        assertThat(only(Pending.class).takesSeat()).isTrue();
    }

    @Test
    void aStrangersRequestChangesNothingForTheOwnerOfTheAddress() {
        decide(NOON, signedIn(ANA, PLENARY));

        var decision = decide(NOON, stranger(PLENARY));

        assertThat(decision.events()).isEmpty();
        assertThat(decision.outcomes())
                .containsExactly(
                        new Outcome.Offered(
                                List.of(new Outcome.Offer(PLENARY, PendingSeat.WAITING_LIST))));
    }

    @Test
    void nobodyWhoAsksOvertakesTheWaitingList() {
        decide(NOON, signedIn(ANA, PLENARY));
        decide(NOON, signedIn(BEN, PLENARY));
        // A capacity that was raised and not filled yet.
        store.publish(aSession(PLENARY).withCapacity(2));

        decide(NOON, signedIn(new AttendeeId(new UUID(1, 3)), PLENARY));

        assertThat(store.queue(PoolId.firstOf(PLENARY))).hasSize(2);
    }

    @Test
    void aRequestForASessionThatIsOverIsRefusedAsAWhole() {
        store.publish(aSession(WORKSHOP).endingAt(NOON));

        var decision = decide(NOON, signedIn(ANA, PLENARY, WORKSHOP));

        assertThat(decision.outcomes())
                .containsExactly(
                        new Outcome.Rejected(new Rejection.SessionsEnded(List.of(WORKSHOP))));
        assertThat(store.registrations).isEmpty();
    }

    @Test
    void aSessionByInvitationIsRefused() {
        store.publish(aSession(WORKSHOP).byInvitation());

        assertThat(decide(NOON, signedIn(ANA, WORKSHOP)).outcomes())
                .containsExactly(
                        new Outcome.Rejected(new Rejection.ByInvitation(List.of(WORKSHOP))));
    }

    @Test
    void seatsOfASessionThatIsOverAreNotHandedOn() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        var ana = only(Confirmed.class).place().id();
        store.publish(aSession(PLENARY).withCapacity(1).endingAt(NOON));

        decide(NOON, new Command.Cancel(ana, PoolId.firstOf(PLENARY), ANA, null));

        assertThat(only(Cancelled.class).reason()).isEqualTo(CancelReason.BY_ATTENDEE);
        assertThat(only(Waitlisted.class).place().attendee()).isEqualTo(BEN);
    }

    @Test
    void nobodyCancelsForSomebodyElse() {
        decide(NOON, signedIn(ANA, PLENARY));
        var ana = only(Confirmed.class).place().id();

        assertThat(
                        decide(NOON, new Command.Cancel(ana, PoolId.firstOf(PLENARY), BEN, null))
                                .outcomes())
                .containsExactly(new Outcome.Rejected(new Rejection.UnknownRegistration()));
    }

    @Test
    void aCancelledSessionEndsItsRegistrationsAFewAtATimeAndHandsNoSeatOn() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        store.publish(aSession(PLENARY).withCapacity(1).cancelled());
        var follow = new Command.FollowSession(PoolId.firstOf(PLENARY), 1);

        assertThat(changed(decide(NOON, follow))).isEqualTo(1);
        assertThat(changed(decide(NOON, follow))).isEqualTo(1);
        assertThat(changed(decide(NOON, follow))).isZero();

        assertThat(store.registrations.values())
                .hasSize(2)
                .allMatch(it ->
                        it instanceof Cancelled cancelled
                                && cancelled.reason() == CancelReason.SESSION_CANCELLED);
    }

    @Test
    void aSessionThatIsRestoredMeanwhileKeepsTheRegistrationsThatAreLeft() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        var follow = new Command.FollowSession(PoolId.firstOf(PLENARY), 1);
        store.publish(aSession(PLENARY).withCapacity(1).cancelled());
        decide(NOON, follow);

        store.publish(aSession(PLENARY).withCapacity(1));

        assertThat(changed(decide(NOON, follow))).isEqualTo(1);
        assertThat(changed(decide(NOON, follow))).isZero();
        assertThat(only(Cancelled.class).place().attendee()).isEqualTo(ANA);
        assertThat(only(Confirmed.class).place().attendee()).isEqualTo(BEN);
    }

    private static int changed(Decision decision) {
        return decision.registrations().size();
    }

    @Test
    void everyCommandCarriesItsOwnTrace() {
        var decision = decide(NOON, traced("first", PLENARY), traced("second", WORKSHOP));

        assertThat(decision.events())
                .extracting(RegistrationEvent::traceparent)
                .containsExactly("first", "second");
    }

    private Decision decide(Instant now, Command... commands) {
        return store.decide(List.of(commands), now);
    }

    private Register signedIn(AttendeeId attendee, SessionId... sessions) {
        return register(new Registrant.SignedIn(attendee), "trace", sessions);
    }

    private Register stranger(SessionId... sessions) {
        return register(new Registrant.Stranger(ANAS, "Ana", "es", null), "trace", sessions);
    }

    private Register traced(String trace, SessionId session) {
        return register(new Registrant.SignedIn(ANA), trace, session);
    }

    private Register register(Registrant registrant, String trace, SessionId... sessions) {
        var wishes =
                List.of(sessions).stream()
                        .map(it -> new Wish(new RegistrationId(new UUID(4, ids++)), it))
                        .toList();
        return new Register(registrant, wishes, new IdempotencyKey("key", "hash"), trace);
    }

    private Instant heldUntil() {
        return only(Pending.class).heldUntil();
    }

    private <T extends Registration> T only(Class<T> state) {
        return store.registrations.values().stream()
                .filter(state::isInstance)
                .map(state::cast)
                .findAny()
                .orElseThrow();
    }

    private static List<RegistrationId> idsOf(List<RegistrationEvent> events) {
        return events.stream().map(event -> event.after().place().id()).toList();
    }
}
