package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import reactor.core.publisher.Mono;

/// Opens challenges in five statements whatever their number, the same ones for known and unknown
/// addresses.
@Component
class OpenSignIns implements SignIns {

    private final Challenges challenges;
    private final IdentityEvents events;
    private final SignInCodes codes;
    private final TransactionalOperator transaction;

    OpenSignIns(
            Challenges challenges,
            IdentityEvents events,
            SignInCodes codes,
            TransactionalOperator transaction) {
        this.challenges = challenges;
        this.events = events;
        this.codes = codes;
        this.transaction = transaction;
    }

    @Override
    public Mono<List<Challenge>> open(List<Request> requests, Instant now) {
        if (requests.isEmpty()) {
            return Mono.just(List.of());
        }
        var asked = new HashMap<EmailAddress, Integer>();
        requests.forEach(request -> asked.merge(request.address(), 1, Integer::sum));
        return transaction.transactional(
                challenges
                        .countRequests(asked, now)
                        .flatMap(allowances ->
                                save(
                                        requests,
                                        open(requests, asked, allowances, now),
                                        allowances,
                                        now)));
    }

    @Override
    public Mono<SignInChallenge.State> state(UUID challengeId, Instant now) {
        return challenges
                .find(challengeId)
                .map(challenge -> challenge.state(now))
                .defaultIfEmpty(SignInChallenge.State.OVER);
    }

    @Override
    public Mono<Again> again(UUID challengeId, String browserSecret) {
        return codes.isBrowserSecret(challengeId, browserSecret)
                ? challenges
                        .find(challengeId)
                        .filter(challenge -> challenge.usedAt() == null)
                        .map(OpenSignIns::again)
                        .switchIfEmpty(Mono.error(SignInRefused.ChallengeOver::new))
                : Mono.error(SignInRefused.OtherBrowser::new);
    }

    private static Again again(SignInChallenge challenge) {
        var request =
                new Request(
                        challenge.address(),
                        challenge.language(),
                        challenge.timeZone(),
                        challenge.named(),
                        challenge.id(),
                        null);
        return new Again(request, TimeOrderedId.time(challenge.firstId()));
    }

    @Override
    public Mono<Withdrawn> withdraw(UUID challengeId, String browserSecret, Instant now) {
        if (!codes.isBrowserSecret(challengeId, browserSecret)) {
            return Mono.error(new SignInRefused.OtherBrowser());
        }
        return transaction.transactional(
                challenges
                        .lock(challengeId)
                        .filter(challenge -> challenge.usedAt() == null)
                        .delayUntil(challenge -> challenges.withdraw(challenge, now))
                        .flatMap(challenge -> withdrawn(challenge, now)));
    }

    private Mono<Withdrawn> withdrawn(SignInChallenge challenge, Instant now) {
        var named = challenge.named();
        if (named == null) {
            return Mono.empty();
        }
        var person = PersonKey.of(challenge.address(), named.name());
        return challenges
                .named(challenge.address(), now)
                .filter(other -> PersonKey.of(challenge.address(), other.name()).equals(person))
                .flatMapIterable(SignIns.Named::sessionIds)
                .collect(Collectors.toSet())
                .map(others -> {
                    var alone = new HashSet<>(named.sessionIds());
                    alone.removeAll(others);
                    return new Withdrawn(person, alone);
                });
    }

    @Override
    public String browserSecret(UUID challengeId) {
        return codes.browserSecret(challengeId);
    }

    private static List<SignInChallenge> open(
            List<Request> requests,
            Map<EmailAddress, Integer> asked,
            Map<EmailAddress, MailAllowance> allowances,
            Instant now) {
        var left = new HashMap<EmailAddress, Integer>();
        allowances.forEach((address, allowance) ->
                left.put(address, allowance.granted(asked.getOrDefault(address, 0))));
        return requests.stream()
                .map(request -> {
                    var mails = left.merge(request.address(), -1, Integer::sum);
                    return SignInChallenge.opened(TimeOrderedId.at(now), request, mails >= 0, now);
                })
                .toList();
    }

    private Mono<List<Challenge>> save(
            List<Request> requests,
            List<SignInChallenge> opened,
            Map<EmailAddress, MailAllowance> allowances,
            Instant now) {
        var toAdd = new ArrayList<Challenges.Opened>();
        var toMail = new ArrayList<IdentityEvent>();
        for (var i = 0; i < opened.size(); i++) {
            var challenge = opened.get(i);
            toAdd.add(new Challenges.Opened(challenge, requests.get(i).renews()));
            if (challenge.mailed()) {
                toMail.add(
                        new IdentityEvent.SignInRequested(
                                challenge.id(), requests.get(i), challenge.expiresAt(), now));
            }
        }
        return challenges
                .add(toAdd)
                .then(events.append(toMail))
                .thenReturn(
                        opened.stream().map(challenge -> answer(challenge, allowances)).toList())
                .doOnNext(OpenSignIns::tell);
    }

    private static void tell(List<Challenge> opened) {
        for (var challenge : opened) {
            if (challenge.notMailedUntil() != null) {
                SecurityLog.of(SecurityEvent.CODE_WITHHELD).about(challenge.id()).write();
            }
        }
    }

    private Challenge answer(
            SignInChallenge challenge, Map<EmailAddress, MailAllowance> allowances) {
        return new Challenge(
                challenge.id(),
                codes.browserSecret(challenge.id()),
                challenge.expiresAt(),
                challenge.mailed()
                        ? null
                        : requireNonNull(allowances.get(challenge.address())).spentUntil());
    }
}
