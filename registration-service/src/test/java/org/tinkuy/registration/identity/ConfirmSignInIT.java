package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AddressConfirmation.Proven;
import org.tinkuy.registration.identity.AddressConfirmation.Settled;
import org.tinkuy.registration.identity.ConfirmSignIn.Answer;
import org.tinkuy.retention.RemoveExpired;
import org.tinkuy.testing.MovableTime;
import reactor.core.publisher.Mono;

@RunningService
class ConfirmSignInIT {

    private static final UUID SESSION = UUID.randomUUID();

    /// What another feature was told, in order.
    private final List<String> told = new CopyOnWriteArrayList<>();

    private boolean recordFails;
    private boolean completeFails;

    @Autowired People people;
    @Autowired SignIns signIns;
    @Autowired Challenges challenges;
    @Autowired Attendees attendees;
    @Autowired Grants grants;
    @Autowired DeviceSessions sessions;
    @Autowired IdentityEvents events;
    @Autowired CloseDeviceSessions closing;
    @Autowired SignInCodes codes;
    @Autowired IdentityProperties properties;
    @Autowired TransactionalOperator transaction;
    @Autowired MovableTime time;
    @Autowired DatabaseClient database;
    @Autowired RemoveExpired removeExpired;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void tellsOtherFeaturesInsideTheTransactionAndAfterIt() {
        var signedIn = confirm(askFor(SESSION));

        assertThat(signedIn).isNotNull();
        assertThat(told).containsExactly("record", "complete");
    }

    @Test
    void tellsNobodyOfAPlainSignIn() {
        var signedIn = requireNonNull(confirm(people.ask(People.strangersAddress())));

        assertThat(told).isEmpty();
        assertThat(signedIn.settled()).isEmpty();
    }

    @Test
    void spendsNoCodeWhenAnotherFeatureCannotRecord() {
        var challenge = askFor(SESSION);
        recordFails = true;
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> confirm(challenge));
        assertThat(told).containsExactly("record");

        recordFails = false;

        assertThat(confirm(challenge)).isNotNull();
    }

    @Test
    void signsInThoughCompletingFails() {
        completeFails = true;

        var signedIn = requireNonNull(confirm(askFor(SESSION)));

        people.tryToExchange(signedIn.token()).expectStatus().isOk();
        assertThat(signedIn.settled()).containsExactly(Settled.later(SESSION));
    }

    @Test
    void aGuesserLocksNobodyOutForLongerThanADay() {
        var address = People.strangersAddress();
        database.sql("insert into sign_in_allowances values (:address, :now, 0, :now, 99)")
                .bind("address", address)
                .bind("now", time.instant())
                .then()
                .block();
        var guessed = people.ask(address);
        people.answer(
                        guessed.challengeId(),
                        guessed.browserSecret(),
                        people.wrongCode(guessed.challengeId()))
                .expectStatus()
                .isEqualTo(422);

        var unmailed = people.ask(address);
        people.answer(
                        unmailed.challengeId(),
                        unmailed.browserSecret(),
                        people.mailedCode(unmailed.challengeId()))
                .expectStatus()
                .isEqualTo(422);

        time.pass(Duration.ofDays(1));
        assertThat(people.signIn(address).address()).isEqualTo(address);
    }

    @Test
    void forgetsWhatIsOver() {
        var address = People.strangersAddress();
        var open = people.ask(address);
        var ana = people.signIn(People.strangersAddress());
        time.pass(Duration.ofDays(30));

        removeExpired.round().block();

        assertThat(count("sign_in_challenges", open.challengeId())).isZero();
        assertThat(count("device_sessions", ana.deviceSessionId())).isZero();
        assertThat(count("attendees", ana.attendeeId())).isEqualTo(1);
    }

    private People.Challenge askFor(UUID session) {
        var request =
                new SignIns.Request(
                        new EmailAddress(People.strangersAddress()),
                        "en",
                        null,
                        new SignIns.Named("Ana", List.of(session)),
                        null,
                        null);
        var opened = requireNonNull(signIns.open(List.of(request), time.instant()).block());
        return new People.Challenge(opened.getFirst().id(), opened.getFirst().browserSecret());
    }

    private ConfirmSignIn.@Nullable SignedIn confirm(People.Challenge challenge) {
        var others = new StaticListableBeanFactory();
        others.addBean("other", new Other());
        return new ConfirmSignIn(
                        challenges,
                        attendees,
                        grants,
                        sessions,
                        events,
                        closing,
                        codes,
                        properties,
                        others.getBeanProvider(AddressConfirmation.class),
                        transaction,
                        time)
                .confirm(
                        new Answer(
                                challenge.challengeId(),
                                challenge.browserSecret(),
                                people.mailedCode(challenge.challengeId()),
                                null,
                                null))
                .block();
    }

    private long count(String table, UUID id) {
        return requireNonNull(
                database.sql("select count(*) from " + table + " where id = :id")
                        .bind("id", id)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private final class Other implements AddressConfirmation {

        @Override
        public Mono<Void> record(Proven proven, Instant now) {
            return Mono.defer(() -> {
                told.add("record");
                return recordFails
                        ? Mono.error(new IllegalStateException("cannot record"))
                        : Mono.empty();
            });
        }

        @Override
        public Mono<List<Settled>> complete(Proven proven, Instant now) {
            return Mono.defer(() -> {
                told.add("complete");
                return completeFails
                        ? Mono.error(new IllegalStateException("cannot complete"))
                        : Mono.just(List.of());
            });
        }
    }
}
