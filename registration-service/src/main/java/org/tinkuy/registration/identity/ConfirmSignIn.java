package org.tinkuy.registration.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.tinkuy.registration.identity.AddressConfirmation.Proven;
import org.tinkuy.registration.identity.AddressConfirmation.Settled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Opens a device session for whoever returns the mailed code from the browser that asked for it.
/// The one that the browser had until then ends: nobody could use or see it any more.
@Component
public class ConfirmSignIn {

    /// @param label what the device calls itself
    /// @param former the device session of whoever answers; `null`: nobody is signed in there
    public record Answer(
            UUID challengeId,
            String browserSecret,
            String code,
            @Nullable String label,
            @Nullable UUID former) {}

    /// @param token shown once, here
    /// @param settled what became of the sessions that the challenge named
    public record SignedIn(DeviceSession session, String token, List<Settled> settled) {}

    private sealed interface Outcome {
        /// @param proven `null`: a plain sign-in
        /// @param granted the role that came with the address, if it was not there before
        record Opened(
                DeviceSession session,
                String token,
                @Nullable Proven proven,
                @Nullable Role granted)
                implements Outcome {

            SignedIn with(List<Settled> settled) {
                return new SignedIn(session, token, settled);
            }
        }

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
    private final CloseDeviceSessions closing;
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
            CloseDeviceSessions closing,
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
        this.closing = closing;
        this.codes = codes;
        this.organiser = properties.organiserAddress();
        this.confirmations = confirmations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with a [SignInRefused].
    public Mono<SignedIn> confirm(Answer answer) {
        if (!codes.isBrowserSecret(answer.challengeId(), answer.browserSecret())) {
            tellOfRefusal(answer, new SignInRefused.OtherBrowser());
            return Mono.error(new SignInRefused.OtherBrowser());
        }
        return Mono.defer(() -> confirm(answer, clock.instant()));
    }

    private Mono<SignedIn> confirm(Answer answer, Instant now) {
        return transaction
                .transactional(decide(answer, now))
                .doOnNext(outcome -> tell(outcome, answer))
                .flatMap(outcome ->
                        switch (outcome) {
                            case Outcome.Opened opened -> complete(opened, now);
                            case Outcome.Refused(var refusal) -> Mono.error(refusal);
                        });
    }

    private static void tell(Outcome outcome, Answer answer) {
        switch (outcome) {
            case Outcome.Opened opened -> tellOfSignIn(opened, answer);
            case Outcome.Refused(var refusal) -> tellOfRefusal(answer, refusal);
        }
    }

    private static void tellOfSignIn(Outcome.Opened opened, Answer answer) {
        var attendee = opened.session().attendee().value();
        SecurityLog.of(SecurityEvent.SIGN_IN)
                .by(attendee)
                .device(opened.session().id().value())
                .about(answer.challengeId())
                .write();
        if (answer.former() != null) {
            SecurityLog.of(SecurityEvent.DEVICE_ENDED)
                    .by(attendee)
                    .device(answer.former())
                    .what("signed-in-again")
                    .write();
        }
        if (opened.granted() != null) {
            SecurityLog.of(SecurityEvent.ROLE_GRANTED)
                    .by(attendee)
                    .about(attendee)
                    .what(opened.granted().claim())
                    .write();
        }
    }

    private static void tellOfRefusal(Answer answer, Refusal refusal) {
        SecurityLog.of(SecurityEvent.SIGN_IN_REFUSED)
                .about(answer.challengeId())
                .what(refusal.name())
                .write();
    }

    /// A refusal is a value here: its attempt must be committed.
    private Mono<Outcome> decide(Answer answer, Instant now) {
        return challenges
                .lock(answer.challengeId())
                .zipWhen(challenge -> typed(challenge, answer.code()))
                .flatMap(found -> decide(found.getT1(), found.getT2(), answer, now))
                .switchIfEmpty(Mono.fromSupplier(() -> refused(new SignInRefused.ChallengeOver())));
    }

    private Mono<SignInChallenge.Typed> typed(SignInChallenge challenge, String code) {
        if (codes.isCode(challenge.id(), code)) {
            return Mono.just(SignInChallenge.Typed.OWN);
        }
        return challenges
                .renewedBy(challenge)
                .filter(older -> codes.isCode(older, code))
                .hasElements()
                .map(isOlder -> isOlder ? SignInChallenge.Typed.OLDER : SignInChallenge.Typed.NONE);
    }

    private Mono<Outcome> decide(
            SignInChallenge challenge, SignInChallenge.Typed typed, Answer answer, Instant now) {
        return switch (challenge.answer(typed, now)) {
            case SignInChallenge.Answer.Right(var after) ->
                    challenges
                            .save(after)
                            .then(endFormer(answer.former(), now))
                            .then(open(after, answer.label(), now));
            case SignInChallenge.Answer.Wrong(var after, var left) ->
                    challenges
                            .save(after)
                            .then(challenges.countWrongAnswer(after.address(), now))
                            .thenReturn(refused(new SignInRefused.WrongCode(left)));
            case SignInChallenge.Answer.Renewed() ->
                    Mono.just(refused(new SignInRefused.NewerCode()));
            case SignInChallenge.Answer.Over() ->
                    Mono.just(refused(new SignInRefused.ChallengeOver()));
        };
    }

    private Mono<Void> endFormer(@Nullable UUID former, Instant now) {
        return former == null
                ? Mono.empty()
                : closing.close(sessions.close(new DeviceSessionId(former), now).flux(), now)
                        .then();
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private Mono<Outcome> open(SignInChallenge challenge, @Nullable String label, Instant now) {
        return attendees
                .confirm(proof(challenge), now)
                .flatMap(attendee -> {
                    var proven = proven(challenge, attendee.id());
                    return giveRoles(attendee, now)
                            .flatMap(granted ->
                                    open(attendee.id(), label, proven, granted.orElse(null), now))
                            .delayUntil(_ -> record(proven, now));
                });
    }

    private static Attendees.Proof proof(SignInChallenge challenge) {
        var named = challenge.named();
        return new Attendees.Proof(
                challenge.address(),
                named == null ? null : named.name(),
                challenge.language(),
                challenge.timeZone());
    }

    private static @Nullable Proven proven(SignInChallenge challenge, AttendeeId attendee) {
        var named = challenge.named();
        return named == null ? null : new Proven(challenge.id(), attendee, named.sessionIds());
    }

    /// @return the role that was not there before
    private Mono<Optional<Role>> giveRoles(Attendee attendee, Instant now) {
        return attendee.address().equals(organiser)
                ? grants.give(attendee.id(), new Grant(Role.OWNER, null), now)
                        .map(isNew -> isNew ? Optional.of(Role.OWNER) : Optional.empty())
                : Mono.just(Optional.empty());
    }

    private Mono<Outcome> open(
            AttendeeId attendee,
            @Nullable String label,
            @Nullable Proven proven,
            @Nullable Role granted,
            Instant now) {
        var token = DeviceToken.random(random);
        var id = new DeviceSessionId(TimeOrderedId.at(now));
        var session = DeviceSession.opened(id, attendee, label, now);
        return sessions.add(session, token.hash())
                .then(
                        events.append(
                                List.of(new IdentityEvent.DeviceSessionOpened(id, attendee, now))))
                .thenReturn(new Outcome.Opened(session, token.value(), proven, granted));
    }

    private Mono<Void> record(@Nullable Proven proven, Instant now) {
        return proven == null
                ? Mono.empty()
                : Flux.fromStream(confirmations::orderedStream)
                        .concatMap(confirmation -> confirmation.record(proven, now))
                        .then();
    }

    private Mono<SignedIn> complete(Outcome.Opened opened, Instant now) {
        var proven = opened.proven();
        if (proven == null) {
            return Mono.just(opened.with(List.of()));
        }
        return Flux.fromStream(confirmations::orderedStream)
                .concatMap(confirmation -> confirmation.complete(proven, now))
                .flatMapIterable(settled -> settled)
                .collectList()
                .timeout(COMPLETION_WAIT)
                .onErrorResume(failure -> {
                    log.warn("What {} confirmed is completed later", proven.challengeId(), failure);
                    return Mono.just(proven.sessionIds().stream().map(Settled::later).toList());
                })
                .map(opened::with);
    }
}
