package org.tinkuy.notification.delivery;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.LaterFacts.LaterFact;
import org.tinkuy.notification.delivery.NotedRefusals.Refusal;
import reactor.core.publisher.Mono;

/// Writes down what became of deliveries that a worker holds, and tells others.
@Component
public class ConcludeAttempts {

    private final DeliveryQueue queue;
    private final DeliveryFacts facts;
    private final Suppressions suppressions;
    private final NotedRefusals refusals;
    private final KnownRecipients recipients;
    private final LaterFacts laterFacts;
    private final List<EndFollower> followers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ConcludeAttempts(
            DeliveryQueue queue,
            DeliveryFacts facts,
            Suppressions suppressions,
            NotedRefusals refusals,
            KnownRecipients recipients,
            LaterFacts laterFacts,
            List<EndFollower> followers,
            TransactionalOperator transaction,
            Clock clock) {
        this.queue = queue;
        this.facts = facts;
        this.suppressions = suppressions;
        this.refusals = refusals;
        this.recipients = recipients;
        this.laterFacts = laterFacts;
        this.followers = List.copyOf(followers);
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @return those whose workers were not taken for dead meanwhile: the word of the others does
    ///   not count
    public Mono<Set<DeliveryId>> conclude(List<Attempt> attempts) {
        return stillSuppressed(attempts)
                .flatMap(now -> queue.end(now).flatMap(mine -> tell(now, mine).thenReturn(mine)))
                .as(transaction::transactional);
    }

    /// Somebody may have proven meanwhile that mail reaches them, and then looked for what had
    /// failed because of the suppression: this must be found, or be tried again.
    private Mono<List<Attempt>> stillSuppressed(List<Attempt> attempts) {
        var addresses =
                attempts.stream()
                        .map(attempt -> attempt.judged().suppressedAddress())
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        return addresses.isEmpty()
                ? Mono.just(attempts)
                : suppressions
                        .hold(addresses)
                        .map(held -> attempts.stream().map(one -> orAgain(one, held)).toList());
    }

    private Attempt orAgain(Attempt attempt, Set<String> suppressed) {
        var judged = attempt.judged();
        return judged.suppressedAddress().filter(it -> !suppressed.contains(it)).isEmpty()
                ? attempt
                : new Attempt(
                        attempt.epoch(),
                        new Judged(
                                judged.delivery().attempted(),
                                new Verdict.Again(clock.instant(), "the address is mailed again"),
                                judged.address()));
    }

    private Mono<Void> tell(List<Attempt> attempts, Set<DeliveryId> mine) {
        var judged = attempts.stream().map(Attempt::judged).toList();
        var ended = judged.stream().filter(one -> mine.contains(one.delivery().id())).toList();
        return facts.publish(ended)
                .then(EndFollower.tell(followers, ended))
                .then(laterFacts.add(late(judged, mine)))
                .then(learn(judged));
    }

    private List<LaterFact> late(List<Judged> judged, Set<DeliveryId> mine) {
        return judged.stream()
                .filter(one -> !mine.contains(one.delivery().id()))
                .flatMap(one ->
                        said(one.verdict()).stream()
                                .map(what ->
                                        new LaterFact(
                                                one.delivery().id(),
                                                LaterFacts.What.LATE_REPLY,
                                                clock.instant(),
                                                what)))
                .toList();
    }

    /// What a mail server said of it, if it did.
    private static Optional<String> said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sent _ -> Optional.of("sent");
            case Verdict.Failed(var _, var _, var reason) -> Optional.of("failed: " + reason);
            case Verdict.Again _, Verdict.Expired _, Verdict.LeftUnknown _ -> Optional.empty();
        };
    }

    /// Of several to one address the last counts.
    private Mono<Void> learn(List<Judged> judged) {
        var refused = new HashMap<String, Refusal>();
        var taken = new HashSet<String>();
        for (var one : judged) {
            one.takenAt()
                    .ifPresent(address -> {
                        taken.add(address);
                        refused.remove(address);
                    });
            one.refusal().ifPresent(refusal -> refused.put(refusal.address(), refusal));
        }
        var proven = judged.stream().map(Judged::provenAddress).flatMap(Optional::stream).toList();
        return refusals.forget(taken)
                .then(recipients.confirmed(refused.keySet()))
                .flatMap(confirmed -> refusals.note(refused.values(), confirmed))
                .then(suppressions.lift(proven));
    }
}
