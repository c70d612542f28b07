package org.tinkuy.registration.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tinkuy.registration.seats.SessionFixtures.aSession;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;

class SeatAllocationTests {

    private static final SessionId PLENARY = new SessionId(new UUID(2, 1));
    private static final SessionId WORKSHOP = new SessionId(new UUID(2, 2));
    private static final AttendeeId ANA = new AttendeeId(new UUID(1, 1));
    private static final AttendeeId BEN = new AttendeeId(new UUID(1, 2));
    private static final AttendeeId CARO = new AttendeeId(new UUID(1, 3));
    private static final EmailAddress ANAS = new EmailAddress("ana@example.org");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SeatStore store = new SeatStore();
    private long ids;

    SeatAllocationTests() {
        store.publish(aSession(PLENARY).withCapacity(1));
        store.publish(aSession(WORKSHOP).withCapacity(1));
        store.attendees.put(PersonKey.of(ANAS, "Ana"), ANA);
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
        assertThat(placed(again)).allMatch(Outcome.Settled::before);
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
                                List.of(
                                        new Outcome.Offer(
                                                PLENARY, PendingSeat.WAITING_LIST, null))));
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

        decide(NOON, new Command.Cancel(ana, PoolId.firstOf(PLENARY), ANA, null, null));

        assertThat(only(Cancelled.class).reason()).isEqualTo(CancelReason.BY_ATTENDEE);
        assertThat(only(Waitlisted.class).place().attendee()).isEqualTo(BEN);
    }

    @Test
    void anOrganiserCancelsForTheAttendee() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        var ana = only(Confirmed.class).place().id();

        decide(NOON, new Command.Cancel(ana, PoolId.firstOf(PLENARY), ANA, CARO, null));

        assertThat(only(Cancelled.class).reason()).isEqualTo(CancelReason.BY_ORGANISER);
        assertThat(only(Confirmed.class).place().attendee()).isEqualTo(BEN);
    }

    @Test
    void anOrganiserGivesASeatBeyondTheCapacityAndTheNextOneIsFreeOnlyBelowIt() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        var ben = only(Waitlisted.class).place().id();

        var decision = decide(NOON, new Command.Promote(ben, PoolId.firstOf(PLENARY), CARO, null));

        assertThat(decision.pools())
                .extracting(Pool::taken, Pool::added)
                .containsExactly(tuple(2, 1));
        assertThat(decision.events())
                .extracting(RegistrationEvent::kind)
                .containsExactly(Kind.PROMOTED);
        decide(NOON, signedIn(CARO, PLENARY));
        assertThat(only(Waitlisted.class).place().attendee()).isEqualTo(CARO);
        decide(NOON, new Command.Cancel(ben, PoolId.firstOf(PLENARY), BEN, null, null));
        assertThat(only(Waitlisted.class).place().attendee()).isEqualTo(CARO);
    }

    @Test
    void onlyWhoWaitsIsGivenASeat() {
        decide(NOON, signedIn(ANA, PLENARY));
        var ana = only(Confirmed.class).place().id();
        var pool = PoolId.firstOf(PLENARY);

        var again = decide(NOON, new Command.Promote(ana, pool, CARO, null));
        assertThat(again.events()).isEmpty();
        decide(NOON, new Command.Cancel(ana, pool, ANA, null, null));

        assertThat(decide(NOON, new Command.Promote(ana, pool, CARO, null)).outcomes())
                .containsExactly(new Outcome.Rejected(new Rejection.NobodyWaits()));
    }

    @Test
    void nobodyIsGivenASeatOfASessionThatIsOver() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        var ben = only(Waitlisted.class).place().id();
        store.publish(aSession(PLENARY).withCapacity(1).endingAt(NOON));

        assertThat(
                        decide(NOON, new Command.Promote(ben, PoolId.firstOf(PLENARY), CARO, null))
                                .outcomes())
                .containsExactly(new Outcome.Rejected(new Rejection.SessionsEnded(List.of())));
    }

    @Test
    void nobodyCancelsForSomebodyElse() {
        decide(NOON, signedIn(ANA, PLENARY));
        var ana = only(Confirmed.class).place().id();

        assertThat(
                        decide(
                                        NOON,
                                        new Command.Cancel(
                                                ana, PoolId.firstOf(PLENARY), BEN, null, null))
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

    @Test
    void aCodeConfirmsWhatItsChallengeNamedAndNothingElse() {
        decide(NOON, stranger(PLENARY), stranger(WORKSHOP));

        var decision = decide(NOON, proof(ANA, PLENARY));

        assertThat(placed(decision)).hasSize(1);
        assertThat(only(Confirmed.class).place().session()).isEqualTo(PLENARY);
        assertThat(only(Pending.class).place().session()).isEqualTo(WORKSHOP);
    }

    @Test
    void aCodeThatComesAfterTheHoldGetsASeatThatIsLeft() {
        decide(NOON, stranger(PLENARY));
        expire(NOON.plus(Duration.ofMinutes(10)));
        assertThat(only(Lapsed.class).seat()).isEqualTo(PendingSeat.HELD);

        var placed = placed(decide(NOON.plus(Duration.ofMinutes(12)), proof(ANA, PLENARY)));

        assertThat(placed).allMatch(Outcome.Settled::holdLapsed);
        assertThat(only(Confirmed.class).place().attendee()).isEqualTo(ANA);
    }

    @Test
    void aCodeThatComesAfterTheHoldAndTheSeatsGetsAPlaceOnTheWaitingList() {
        decide(NOON, stranger(PLENARY));
        expire(NOON.plus(Duration.ofMinutes(10)));
        decide(NOON.plus(Duration.ofMinutes(11)), signedIn(BEN, PLENARY));

        var placed = placed(decide(NOON.plus(Duration.ofMinutes(12)), proof(ANA, PLENARY)));

        assertThat(placed).allMatch(Outcome.Settled::holdLapsed);
        assertThat(placed.getFirst().standing().position()).isEqualTo(1);
    }

    @Test
    void aCodeForWhatOneHasCancelledMeanwhileBringsNothingBack() {
        decide(NOON, stranger(PLENARY));
        var id = only(Pending.class).place().id();
        decide(NOON, new Command.Cancel(id, PoolId.firstOf(PLENARY), ANA, null, null));

        decide(NOON, proof(ANA, PLENARY));

        assertThat(only(Cancelled.class).place().attendee()).isEqualTo(ANA);
    }

    @Test
    void aCodeForASessionThatIsOverGetsNoSeat() {
        decide(NOON, stranger(PLENARY));
        store.publish(aSession(PLENARY).withCapacity(1).endingAt(NOON.plusSeconds(60)));

        decide(NOON.plusSeconds(61), proof(ANA, PLENARY));

        assertThat(only(Lapsed.class).place().attendee()).isEqualTo(ANA);
        assertThat(store.pool(PoolId.firstOf(PLENARY)).taken()).isZero();
    }

    @Test
    void whoRenewsIsToldUntilWhenTheSeatIsHeld() {
        decide(NOON, stranger(PLENARY));

        assertThat(renewed(NOON, Duration.ofMinutes(8)))
                .isEqualTo(
                        new Outcome.Offer(
                                PLENARY, PendingSeat.HELD, NOON.plus(Duration.ofMinutes(18))));
        assertThat(renewed(NOON, Duration.ofMinutes(17)).heldUntil())
                .isEqualTo(NOON.plus(Duration.ofMinutes(27)));
        assertThat(renewed(NOON, Duration.ofMinutes(26)).heldUntil())
                .isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    /// A hold that lapsed does not start the half hour anew, so nobody keeps a seat for ever.
    @Test
    void whoRenewsAfterHalfAnHourIsHeldNothing() {
        decide(NOON, stranger(PLENARY));
        expire(NOON.plus(Duration.ofMinutes(10)));

        assertThat(renewed(NOON, Duration.ofMinutes(28)).heldUntil())
                .isEqualTo(NOON.plus(Duration.ofMinutes(30)));
        expire(NOON.plus(Duration.ofMinutes(30)));
        assertThat(renewed(NOON, Duration.ofMinutes(30)))
                .isEqualTo(new Outcome.Offer(PLENARY, PendingSeat.NOT_HELD, null));
    }

    @Test
    void aHoldThatNobodyHasEndedYetIsAskedForAnew() {
        decide(NOON, stranger(PLENARY));

        decide(NOON.plus(Duration.ofMinutes(11)), stranger(PLENARY));

        assertThat(heldUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(21)));
        assertThat(store.pool(PoolId.firstOf(PLENARY)).held()).isEqualTo(1);
    }

    /// 200 invented addresses took all 200 seats in eleven seconds.
    @Test
    void inventedAddressesLeaveHalfOfTheSeatsToWhoConfirms() {
        store.publish(aSession(PLENARY).withCapacity(200));
        var pool = PoolId.firstOf(PLENARY);
        for (var number = 0; number < 200; number++) {
            decide(NOON, invented(number, Origin.UNKNOWN));
        }
        assertThat(store.pool(pool).held()).isEqualTo(100);
        assertThat(store.pool(pool).left()).isEqualTo(200);

        for (var number = 0; number < 100; number++) {
            decide(NOON, signedIn(new AttendeeId(new UUID(9, number)), PLENARY));
        }

        assertThat(store.pool(pool).confirmed()).isEqualTo(100);
        assertThat(store.queue(pool)).isEmpty();
        assertThat(store.pool(pool).left()).isEqualTo(100);
    }

    /// Who is told that no seat is held is not told that there is none.
    @Test
    void whoGetsNoHoldGetsASeatThatIsLeft() {
        store.publish(aSession(PLENARY).withCapacity(2));
        decide(NOON, invented(1, Origin.UNKNOWN));
        assertThat(offer(decide(NOON, stranger(PLENARY))).seat()).isEqualTo(PendingSeat.NOT_HELD);

        decide(NOON, proof(ANA, PLENARY));

        assertThat(only(Confirmed.class).place().attendee()).isEqualTo(ANA);
    }

    @Test
    void theLastSeatCanBeHeld() {
        assertThat(offer(decide(NOON, stranger(PLENARY))).seat()).isEqualTo(PendingSeat.HELD);
    }

    @Test
    void oneNetworkHoldsSoManySeatsOfASession() {
        store.publish(aSession(PLENARY).withCapacity(null));
        var hall = new Origin(new Network("203.0.113.7"), null);
        for (var number = 0; number < Hold.PER_NETWORK; number++) {
            decide(NOON, invented(number, hall));
        }

        assertThat(offer(decide(NOON, invented(100, hall))).seat()).isEqualTo(PendingSeat.NOT_HELD);
        assertThat(
                        offer(
                                        decide(
                                                NOON,
                                                invented(
                                                        101,
                                                        new Origin(
                                                                new Network("203.0.113.8"), null))))
                                .seat())
                .isEqualTo(PendingSeat.HELD);
        decide(NOON, proof(inventedAttendee(0), PLENARY));
        assertThat(offer(decide(NOON, invented(102, hall))).seat()).isEqualTo(PendingSeat.HELD);
    }

    @Test
    void thePublicCountDoesNotMoveWithHolds() {
        store.publish(aSession(PLENARY).withCapacity(10));

        decide(NOON, stranger(PLENARY));

        assertThat(store.pool(PoolId.firstOf(PLENARY)).confirmed()).isZero();
        assertThat(store.pool(PoolId.firstOf(PLENARY)).left()).isEqualTo(10);
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
        return new Register(
                registrant,
                wishes(sessions),
                new IdempotencyKey("key", "hash"),
                Origin.UNKNOWN,
                trace);
    }

    private List<Wish> wishes(SessionId... sessions) {
        return List.of(sessions).stream()
                .map(it -> new Wish(new RegistrationId(new UUID(4, ids++)), it))
                .toList();
    }

    private Command.Confirm proof(AttendeeId attendee, SessionId... sessions) {
        var due = new ConfirmationDue(new UUID(5, ids++), attendee, List.of(sessions));
        return new Command.Confirm(due, wishes(sessions), "trace");
    }

    private Register invented(int number, Origin origin) {
        var address = new EmailAddress("invented" + number + "@example.org");
        var stranger = new Registrant.Stranger(address, "Nobody", "es", null);
        store.attendees.put(stranger.key(), inventedAttendee(number));
        return new Register(
                stranger, wishes(PLENARY), new IdempotencyKey("key", "hash"), origin, "trace");
    }

    private static AttendeeId inventedAttendee(int number) {
        return new AttendeeId(new UUID(8, number));
    }

    private Outcome.Offer renewed(Instant firstAskedAt, Duration later) {
        var asked = stranger(PLENARY);
        var renewal = new Origin.Renewal(new UUID(6, 1), firstAskedAt);
        return offer(
                decide(
                        firstAskedAt.plus(later),
                        new Register(
                                asked.registrant(),
                                asked.wishes(),
                                asked.key(),
                                new Origin(null, renewal),
                                "trace")));
    }

    private void expire(Instant now) {
        var id = only(Pending.class).place().id();
        decide(now, new Command.ExpireHold(id, PoolId.firstOf(PLENARY)));
    }

    private static Outcome.Offer offer(Decision decision) {
        return ((Outcome.Offered) decision.outcomes().getFirst()).offers().getFirst();
    }

    private static List<Outcome.Settled> placed(Decision decision) {
        return ((Outcome.Admitted) decision.outcomes().getFirst()).places();
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
