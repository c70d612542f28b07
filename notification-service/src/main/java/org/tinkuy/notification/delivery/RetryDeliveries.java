package org.tinkuy.notification.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.notification.delivery.EndedDeliveries.Again;
import org.tinkuy.notification.delivery.EndedDeliveries.Ended;
import org.tinkuy.notification.delivery.Retried.Skip;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sends again all that failed, or of which nobody knows the fate, and says of the rest why not:
/// what would fail again unseen is not tried. Many mails to addresses that do not exist are what
/// spammers send. Copies of paused campaigns wait until those go on.
@Component
public class RetryDeliveries {

    /// Each page is a transaction of its own, far below a second.
    private static final int AT_ONCE = 1_000;

    private final EndedDeliveries ended;
    private final Map<DeliveryKind, MailSource> sources = new EnumMap<>(DeliveryKind.class);
    private final KnownRecipients recipients;
    private final Suppressions suppressions;
    private final HeldCopies held;
    private final NewsForWorkers workers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RetryDeliveries(
            EndedDeliveries ended,
            List<MailSource> sources,
            KnownRecipients recipients,
            Suppressions suppressions,
            HeldCopies held,
            NewsForWorkers workers,
            TransactionalOperator transaction,
            Clock clock) {
        this.ended = ended;
        sources.forEach(source -> source.kinds().forEach(kind -> this.sources.put(kind, source)));
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.held = held;
        this.workers = workers;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Page(Retried retried, @Nullable DeliveryId last) {}

    /// @param filter whose state is `failed` or `unknown`
    public Mono<Retried> retry(Visibility visibility, Filter filter) {
        var state = filter.state();
        if (state == null || !RetryDelivery.RETRYABLE.contains(state)) {
            throw new IllegalArgumentException("nothing of these is sent again: " + state);
        }
        var now = clock.instant();
        return page(visibility, filter, null, now)
                .expand(before ->
                        before.last() == null
                                ? Mono.empty()
                                : page(visibility, filter, before.last(), now))
                .map(Page::retried)
                .reduce(Retried::and)
                .zipWith(ended.tooLate(visibility, filter, now), Retried::andTooLate);
    }

    private Mono<Page> page(
            Visibility visibility, Filter filter, @Nullable DeliveryId after, Instant now) {
        return ended.retryable(visibility, filter, after, AT_ONCE, now)
                .flatMap(found ->
                        retry(found, now)
                                .map(retried ->
                                        new Page(
                                                retried,
                                                found.size() < AT_ONCE
                                                        ? null
                                                        : found.getLast().delivery().id())));
    }

    private Mono<Retried> retry(List<Ended> found, Instant now) {
        if (found.isEmpty()) {
            return Mono.just(Retried.of(List.of(), List.of()));
        }
        var deliveries = found.stream().map(Ended::delivery).toList();
        return Mono.zip(people(deliveries), mails(deliveries, now))
                .flatMap(both -> retry(found, both.getT1(), both.getT2(), now));
    }

    private Mono<Map<RecipientId, Addressee>> people(List<Delivery> deliveries) {
        return recipients.of(
                deliveries.stream()
                        .map(it -> new KnownRecipients.Named(it.kind(), it.recipient()))
                        .toList());
    }

    private Mono<Map<DeliveryId, Mail>> mails(List<Delivery> deliveries, Instant now) {
        var byKind = deliveries.stream().collect(groupingBy(Delivery::kind));
        return Flux.fromIterable(byKind.entrySet())
                .filter(some -> sources.containsKey(some.getKey()))
                .concatMap(some -> source(some.getKey()).gather(some.getValue(), now))
                .concatMapIterable(Map::entrySet)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private MailSource source(DeliveryKind kind) {
        return Objects.requireNonNull(sources.get(kind));
    }

    private Mono<Retried> retry(
            List<Ended> found,
            Map<RecipientId, Addressee> people,
            Map<DeliveryId, Mail> mails,
            Instant now) {
        return suppressions
                .among(mails.values().stream().map(mail -> mail.to().address()).collect(toSet()))
                .flatMap(suppressed -> {
                    var skipped = new ArrayList<Skip>();
                    var again = new ArrayList<DeliveryId>();
                    for (var one : found) {
                        var why = whyNot(one, people, mails.get(one.delivery().id()), suppressed);
                        if (why == null) {
                            again.add(one.delivery().id());
                        } else {
                            skipped.add(why);
                        }
                    }
                    return sendAgain(again, now)
                            .doOnNext(begun -> Again.ready(begun).forEach(workers::ring))
                            .map(begun -> Retried.of(begun, skipped));
                });
    }

    private Mono<List<Again>> sendAgain(List<DeliveryId> ids, Instant now) {
        return held.heldNow()
                .flatMapMany(
                        campaigns -> ended.sendAgain(ids, RetryDelivery.RETRYABLE, campaigns, now))
                .collectList()
                .as(transaction::transactional);
    }

    private static @Nullable Skip whyNot(
            Ended one,
            Map<RecipientId, Addressee> people,
            @Nullable Mail mail,
            Set<String> suppressed) {
        if (mail == null) {
            return people.containsKey(one.delivery().recipient())
                    ? Skip.NOTHING_TO_SAY
                    : Skip.NOT_KNOWN;
        }
        if (one.failure() == Failure.UNUSABLE_ADDRESS) {
            return Skip.UNUSABLE_ADDRESS;
        }
        return suppressed.contains(mail.to().address()) && !one.delivery().insisted()
                ? Skip.SUPPRESSED
                : null;
    }
}
