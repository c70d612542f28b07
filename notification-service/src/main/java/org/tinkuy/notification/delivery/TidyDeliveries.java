package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// Settles what no worker holds any more: deliveries of dead workers, overdue ones, those of people
/// who were erased, and those that nobody wants any more.
@Component
public class TidyDeliveries {

    /// What one call of [#expire] or [#doubt] settles at most.
    public static final int AT_ONCE = 200;

    private static final Reply DIED = new Reply.Unknown("the service stopped while it was sending");

    private static final Reply.Unknown RESTORED =
            new Reply.Unknown("it may have been sent before the database was restored");

    private final DeliveryQueue queue;
    private final DeliveryFacts facts;
    private final List<EndFollower> followers;
    private final TransactionalOperator transaction;

    TidyDeliveries(
            DeliveryQueue queue,
            DeliveryFacts facts,
            List<EndFollower> followers,
            TransactionalOperator transaction) {
        this.queue = queue;
        this.facts = facts;
        this.followers = List.copyOf(followers);
        this.transaction = transaction;
    }

    /// @return what dead workers were sending when they died
    public Mono<List<Judged>> recover(Instant now) {
        return settle(
                queue.takeOver(),
                delivery -> Judged.of(delivery.counting(DIED), delivery.after(DIED, now)));
    }

    public Mono<List<Judged>> expire(Instant now) {
        return settle(
                queue.overdue(now, AT_ONCE),
                delivery -> Judged.of(delivery, new Verdict.Expired(now, "too late to be of use")));
    }

    /// After a restoration: what the lost system may have sent. Nobody knows, so nobody is told
    /// twice; organisers see it and decide.
    public Mono<List<Judged>> doubt(Instant now) {
        return settle(
                queue.toldPerhaps(AT_ONCE),
                delivery ->
                        Judged.of(
                                delivery.counting(RESTORED),
                                new Verdict.LeftUnknown(now, RESTORED.reason())));
    }

    public Mono<List<Judged>> forget(RecipientId recipient, Instant now) {
        return settle(
                queue.waitingFor(recipient),
                delivery ->
                        Judged.of(
                                delivery,
                                new Verdict.Failed(
                                        now, Failure.ERASED, "the recipient was erased")));
    }

    /// What waits for a recipient who wants none of it any more.
    public Mono<List<Judged>> stop(RecipientId recipient, String reason, Instant now) {
        return settle(
                queue.waitingFor(recipient),
                delivery -> Judged.of(delivery, new Verdict.Expired(now, reason)));
    }

    /// Some of what waits and tells of something that has nothing left to say.
    public Mono<List<Judged>> stopAbout(UUID about, String reason, Instant now) {
        return settle(
                queue.waitingAbout(about, AT_ONCE),
                delivery -> Judged.of(delivery, new Verdict.Expired(now, reason)));
    }

    private Mono<List<Judged>> settle(
            Mono<List<Delivery>> locked, Function<Delivery, Judged> judge) {
        return locked.map(deliveries -> deliveries.stream().map(judge).toList())
                .flatMap(ended ->
                        queue.settle(ended)
                                .then(facts.publish(ended))
                                .then(EndFollower.tell(followers, ended))
                                .thenReturn(ended))
                .as(transaction::transactional);
    }
}
