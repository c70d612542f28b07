package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.registration.SessionFixtures.aSession;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.EmailAddress;
import org.tinkuy.registration.registration.Command.Register;
import org.tinkuy.registration.registration.Command.Registrant;
import org.tinkuy.registration.registration.Command.Wish;
import org.tinkuy.registration.registration.Registration.Cancelled;
import org.tinkuy.registration.registration.Registration.Confirmed;
import org.tinkuy.registration.registration.Registration.Pending;
import org.tinkuy.registration.registration.Registration.Waitlisted;
import org.tinkuy.registration.registration.RegistrationEvent.Kind;

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
        open(aSession(PLENARY).withCapacity(1).open());
        open(aSession(WORKSHOP).withCapacity(1).open());
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
        assertThat(store.session(PLENARY).taken()).isEqualTo(1);
    }

    @Test
    void aHoldThatWasProlongedIsNotExpired() {
        decide(NOON, stranger(PLENARY));
        decide(NOON.plus(Duration.ofMinutes(8)), stranger(PLENARY));
        var id = only(Pending.class).place().id();

        decide(NOON.plus(Duration.ofMinutes(11)), new Command.ExpireHold(id, PLENARY));

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
        var raised = aSession(store.session(PLENARY)).withCapacity(2).open();
        store.sessions.put(PLENARY, raised);

        decide(NOON, signedIn(new AttendeeId(new UUID(1, 3)), PLENARY));

        assertThat(store.queue(PLENARY)).hasSize(2);
    }

    @Test
    void aRequestForASessionThatIsOverIsRefusedAsAWhole() {
        open(aSession(WORKSHOP).endingAt(NOON).open());

        var decision = decide(NOON, signedIn(ANA, PLENARY, WORKSHOP));

        assertThat(decision.outcomes())
                .containsExactly(
                        new Outcome.Rejected(new Rejection.SessionsEnded(List.of(WORKSHOP))));
        assertThat(store.registrations).isEmpty();
    }

    @Test
    void aSessionByInvitationIsRefused() {
        open(aSession(WORKSHOP).byInvitation().open());

        assertThat(decide(NOON, signedIn(ANA, WORKSHOP)).outcomes())
                .containsExactly(
                        new Outcome.Rejected(new Rejection.ByInvitation(List.of(WORKSHOP))));
    }

    @Test
    void seatsOfASessionThatIsOverAreNotHandedOn() {
        decide(NOON, signedIn(ANA, PLENARY), signedIn(BEN, PLENARY));
        var ana = only(Confirmed.class).place().id();
        store.sessions.put(PLENARY, aSession(store.session(PLENARY)).endingAt(NOON).open());

        decide(NOON, new Command.Cancel(ana, PLENARY, ANA, null));

        assertThat(only(Cancelled.class).reason()).isEqualTo(CancelReason.BY_ATTENDEE);
        assertThat(only(Waitlisted.class).place().attendee()).isEqualTo(BEN);
    }

    @Test
    void nobodyCancelsForSomebodyElse() {
        decide(NOON, signedIn(ANA, PLENARY));
        var ana = only(Confirmed.class).place().id();

        assertThat(decide(NOON, new Command.Cancel(ana, PLENARY, BEN, null)).outcomes())
                .containsExactly(new Outcome.Rejected(new Rejection.UnknownRegistration()));
    }

    @Test
    void everyCommandCarriesItsOwnTrace() {
        var decision = decide(NOON, traced("first", PLENARY), traced("second", WORKSHOP));

        assertThat(decision.events())
                .extracting(RegistrationEvent::traceparent)
                .containsExactly("first", "second");
    }

    private void open(Session session) {
        store.sessions.put(session.id(), session);
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
