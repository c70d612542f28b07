package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.registration.Office.aStranger;
import static org.tinkuy.registration.registration.Office.anAttendee;
import static org.tinkuy.registration.registration.Office.answer;
import static org.tinkuy.registration.registration.Office.await;
import static org.tinkuy.registration.registration.Office.result;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AddressConfirmation.Proven;
import org.tinkuy.registration.identity.AddressConfirmation.Settled;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Rejection;
import org.tinkuy.testing.MovableTime;
import reactor.core.publisher.Mono;

@RunningService
class WaitingListIT {

    private static final AttendeeId ANA = anAttendee();
    private static final AttendeeId BEN = anAttendee();
    private static final AttendeeId CARO = anAttendee();

    @Autowired BeanFactory beans;
    @Autowired MovableTime time;
    @Autowired FinishLeftOvers finishLeftOvers;
    @Autowired ConfirmRegistrations confirmRegistrations;
    private Office office;

    /// As the scheduler does it: asked for once, at the beginning, and subscribed to again and
    /// again.
    private Mono<Void> rounds;

    @BeforeEach
    void open() {
        office = new Office(beans);
        rounds = finishLeftOvers.sweep();
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        time.reset();
        assertThat(office.audit()).isEmpty();
    }

    @Test
    void aSeatGivenBackGoesToTheFirstWhoWaits() {
        var session = office.aSession(1);
        var ana = office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));
        office.decide(office.register(CARO, session));

        office.cancel(ana, session, ANA);

        assertThat(office.status(session, ANA)).isEqualTo("cancelled by-attendee");
        assertThat(office.status(session, BEN)).isEqualTo("confirmed");
        assertThat(office.status(session, CARO)).isEqualTo("waitlisted");
        assertThat(office.messages(session))
                .endsWith("registration-cancelled", "registration-promoted");
    }

    @Test
    void whoComesBackGetsTheSameRegistrationAtTheEndOfTheList() {
        var session = office.aSession(1);
        var ana = office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));
        office.decide(office.register(CARO, session));
        office.cancel(ana, session, ANA);

        var again = office.decide(office.register(ANA, session));

        assertThat(again.id()).isEqualTo(ana.id());
        assertThat(again.position()).isEqualTo(2);
        assertThat(office.statuses(session)).isEqualTo(Map.of("confirmed", 1L, "waitlisted", 2L));
    }

    @Test
    void aGreaterCapacitySeatsThoseWhoWait() {
        var session = office.aSession(1);
        office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));
        office.decide(office.register(CARO, session));

        office.publish(session, 2);
        assertThat(office.statuses(session)).isEqualTo(Map.of("confirmed", 2L, "waitlisted", 1L));
        assertThat(office.status(session, BEN)).isEqualTo("confirmed");

        office.publish(session, null);
        assertThat(office.statuses(session)).isEqualTo(Map.of("confirmed", 3L));
    }

    @Test
    void aSmallerCapacityTakesNoSeatAwayAndGivesNone() {
        var session = office.aSession(2);
        var ana = office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));

        office.publish(session, 1);
        var caro = office.decide(office.register(CARO, session));
        assertThat(office.status(session, BEN)).isEqualTo("confirmed");
        assertThat(caro.status()).isEqualTo("waitlisted");

        office.cancel(ana, session, ANA);
        assertThat(office.status(session, CARO)).isEqualTo("waitlisted");
    }

    @Test
    void aSessionWithdrawnCancelsEveryPlaceAndMayComeBackEmpty() {
        var session = office.aSession(1);
        office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));
        office.decide(office.register(aStranger(People.strangersAddress()), session));

        office.withdraw(session);
        assertThat(office.statuses(session)).isEqualTo(Map.of("cancelled", 3L));
        assertThat(office.status(session, ANA)).isEqualTo("cancelled session-withdrawn");
        assertThat(result(office.groupCommit.submit(office.register(CARO, session))))
                .isInstanceOf(Reply.Rejected.class);

        office.publish(session, 1);
        assertThat(office.decide(office.register(CARO, session)).status()).isEqualTo("confirmed");
    }

    @Test
    void aCancelledSessionCancelsEveryPlaceAndTakesNobody() {
        var session = office.aSession(1);
        office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));

        office.cancel(session);

        assertThat(office.status(session, ANA)).isEqualTo("cancelled session-cancelled");
        assertThat(office.status(session, BEN)).isEqualTo("cancelled session-cancelled");
        assertThat(result(office.groupCommit.submit(office.register(CARO, session))))
                .isEqualTo(new Reply.Rejected(new Rejection.SessionsCancelled(List.of(session))));
    }

    @Test
    void anAddressThatIsNotConfirmedHoldsASeatForTenMinutes() {
        var session = office.aSession(1);
        var offer = office.decide(office.register(aStranger(aNewAddress()), session));
        office.decide(office.register(BEN, session));
        assertThat(offer.seat()).isEqualTo("held");

        time.pass(Duration.ofMinutes(10).minusSeconds(5));
        finishLeftOvers();
        assertThat(office.status(session, BEN)).isEqualTo("waitlisted");

        time.pass(Duration.ofSeconds(10));
        finishLeftOvers();
        assertThat(office.status(session, BEN)).isEqualTo("confirmed");
        assertThat(office.statuses(session)).isEqualTo(Map.of("lapsed", 1L, "confirmed", 1L));
    }

    @Test
    void whoWaitsWithAConfirmedAddressIsSeatedBeforeWhoWaitsWithout() {
        var session = office.aSession(1);
        var ana = office.decide(office.register(ANA, session));
        var offer = office.decide(office.register(aStranger(aNewAddress()), session));
        office.decide(office.register(CARO, session));

        office.cancel(ana, session, ANA);

        assertThat(offer.seat()).isEqualTo("waiting-list");
        assertThat(office.status(session, CARO)).isEqualTo("confirmed");
    }

    @Test
    void aCrashBeforeTheConfirmationIsCompletedLosesNothing() {
        var first = office.aSession(10);
        var second = office.aSession(0);
        var address = aNewAddress();
        answer(
                result(
                        office.groupCommit.submit(
                                office.register(aStranger(address), first, second))));
        var attendee = office.attendee(new EmailAddress(address));

        // The device session is open, and then the process dies.
        var proven =
                new Proven(UUID.randomUUID(), attendee, List.of(first.value(), second.value()));
        await(
                confirmRegistrations
                        .record(proven, time.instant())
                        .as(office.transaction::transactional));
        time.pass(FinishLeftOvers.INTERRUPTED_AFTER);
        finishLeftOvers();

        assertThat(office.status(first, attendee)).isEqualTo("confirmed");
        assertThat(office.status(second, attendee)).isEqualTo("waitlisted");
        assertThat(office.together(first)).hasSize(2).isEqualTo(office.together(second));
        assertThat(office.confirmationsDue()).doesNotContain(attendee);
    }

    @Test
    void eachProofConfirmsWhatItsOwnChallengeNamed() {
        var session = office.aSession(10);
        var other = office.aSession(10);
        var address = aNewAddress();
        office.decide(office.register(aStranger(address), session));
        office.decide(office.register(aStranger(address), other));
        var attendee = office.attendee(new EmailAddress(address));
        var first = new Proven(UUID.randomUUID(), attendee, List.of(session.value()));
        var second = new Proven(UUID.randomUUID(), attendee, List.of(other.value()));
        await(confirmRegistrations.record(first, time.instant()));
        await(confirmRegistrations.record(second, time.instant()));

        assertThat(result(confirmRegistrations.complete(first, time.instant())))
                .containsExactly(new Settled(session.value(), "confirmed", null, false, false));

        assertThat(office.status(other, attendee)).isEqualTo("pending held");
        assertThat(office.confirmationsDue()).containsOnlyOnce(attendee);
        await(confirmRegistrations.complete(second, time.instant()));
        assertThat(office.status(other, attendee)).isEqualTo("confirmed");
        assertThat(office.confirmationsDue()).doesNotContain(attendee);
    }

    @Test
    void aSignedInAttendeeWhoAskedAsAStrangerGetsTheHeldSeat() {
        var session = office.aSession(1);
        var address = aNewAddress();
        office.decide(office.register(aStranger(address), session));
        var attendee = office.attendee(new EmailAddress(address));

        var line = office.decide(office.register(new Registrant.SignedIn(attendee), session));

        assertThat(line.status()).isEqualTo("confirmed");
    }

    private void finishLeftOvers() {
        await(rounds);
    }

    private static String aNewAddress() {
        return People.strangersAddress();
    }
}
