package org.tinkuy.registration.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.Refusal;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Opens a device session for whoever returns the mailed code from the browser that asked for it.
@Component
public class ConfirmSignIn {

    /// @param label what the device calls itself
    public record Answer(
            UUID challengeId, String browserSecret, String code, @Nullable String label) {}

    /// @param token shown once, here
    public record SignedIn(DeviceSession session, String token) {}

    private sealed interface Outcome {
        record Opened(SignedIn signedIn) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(ConfirmSignIn.class);

    /// Completing is also done later, by whoever recorded it; signing in does not wait for it long.
    private static final Duration COMPLETION_WAIT = Duration.ofSeconds(5);

    private final Challenges challenges;
    private final Attendees attendees;
    private final Grants grants;
    private final DeviceSessions sessions;
    private final IdentityEvents events;
    private final SignInCodes codes;
    private final EmailAddress organiser;
    private final ObjectProvider<AddressConfirmation> confirmations;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ConfirmSignIn(
            Challenges challenges,
            Attendees attendees,
            Grants grants,
            DeviceSessions sessions,
            IdentityEvents events,
            SignInCodes codes,
            IdentityProperties properties,
            ObjectProvider<AddressConfirmation> confirmations,
            TransactionalOperator transaction,
            Clock clock) {
        this.challenges = challenges;
        this.attendees = attendees;
        this.grants = grants;
        this.sessions = sessions;
        this.events = events;
        this.codes = codes;
        this.organiser = properties.organiserAddress();
        this.confirmations = confirmations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with a [SignInRefused].
    public Mono<SignedIn> confirm(Answer answer) {
        if (!codes.isBrowserSecret(answer.challengeId(), answer.browserSecret())) {
            return Mono.error(new SignInRefused.OtherBrowser());
        }
        return Mono.defer(() -> confirm(answer, clock.instant()));
    }

    private Mono<SignedIn> confirm(Answer answer, Instant now) {
        return transaction
                .transactional(decide(answer, now))
                .flatMap(outcome ->
                        switch (outcome) {
                            case Outcome.Opened(var signedIn) ->
                                    complete(signedIn.session().attendee(), now)
                                            .thenReturn(signedIn);
                            case Outcome.Refused(var refusal) -> Mono.error(refusal);
                        });
    }

    /// A refusal is a value here: its attempt must be committed.
    private Mono<Outcome> decide(Answer answer, Instant now) {
        var matches = codes.isCode(answer.challengeId(), answer.code());
        return challenges
                .lock(answer.challengeId())
                .flatMap(challenge ->
                        switch (challenge.answer(matches, now)) {
                            case SignInChallenge.Answer.Right(var after) ->
                                    challenges.save(after).then(open(after, answer.label(), now));
                            case SignInChallenge.Answer.Wrong(var after, var left) ->
                                    challenges
                                            .save(after)
                                            .then(challenges.countWrongAnswer(after.address(), now))
                                            .thenReturn(refused(new SignInRefused.WrongCode(left)));
                            case SignInChallenge.Answer.Over() ->
                                    Mono.just(refused(new SignInRefused.ChallengeOver()));
                        })
                .switchIfEmpty(Mono.fromSupplier(() -> refused(new SignInRefused.ChallengeOver())));
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private Mono<Outcome> open(SignInChallenge proven, @Nullable String label, Instant now) {
        return attendees
                .confirm(proven.address(), proven.language(), proven.timeZone(), now)
                .flatMap(attendee ->
                        giveRoles(attendee, now)
                                .then(open(attendee.id(), label, now))
                                .flatMap(opened -> record(attendee.id(), now).thenReturn(opened)));
    }

    private Mono<Void> giveRoles(Attendee attendee, Instant now) {
        return attendee.address().equals(organiser)
                ? grants.give(attendee.id(), new Grant(Role.OWNER, null), now)
                : Mono.empty();
    }

    private Mono<Outcome> open(AttendeeId attendee, @Nullable String label, Instant now) {
        var token = DeviceToken.random(random);
        var id = new DeviceSessionId(TimeOrderedId.at(now));
        var session = DeviceSession.opened(id, attendee, label, now);
        return sessions.add(session, token.hash())
                .then(
                        events.append(
                                List.of(new IdentityEvent.DeviceSessionOpened(id, attendee, now))))
                .thenReturn(new Outcome.Opened(new SignedIn(session, token.value())));
    }

    private Mono<Void> record(AttendeeId attendee, Instant now) {
        return Flux.fromStream(confirmations::orderedStream)
                .concatMap(confirmation -> confirmation.record(attendee, now))
                .then();
    }

    private Mono<Void> complete(AttendeeId attendee, Instant now) {
        return Flux.fromStream(confirmations::orderedStream)
                .concatMap(confirmation -> confirmation.complete(attendee, now))
                .then()
                .timeout(COMPLETION_WAIT)
                .onErrorResume(failure -> {
                    log.warn("What {} confirmed is completed later", attendee.value(), failure);
                    return Mono.empty();
                });
    }
}
