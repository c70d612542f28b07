package org.tinkuy.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// The database as one process sees it until the process is killed: after so many steps nothing
/// that it does has an effect any more, and what its last statement did it may never have heard.
public final class MortalDatabase implements DeliveryQueue {

    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final DeliveryQueue real;
    private final Runnable whenKilled;
    private final AtomicLong stepsLeft;

    public MortalDatabase(DeliveryQueue real, long steps, Runnable whenKilled) {
        this.real = real;
        this.stepsLeft = new AtomicLong(steps);
        this.whenKilled = whenKilled;
    }

    public boolean isDead() {
        return stepsLeft.get() <= 0;
    }

    public void die() {
        if (stepsLeft.getAndSet(0) > 0) {
            whenKilled.run();
        }
    }

    /// Something happened in the process's life; it may have been the last thing.
    public void step() {
        if (stepsLeft.decrementAndGet() == 0) {
            whenKilled.run();
        }
    }

    public ConcludeAttempts attempts(
            DeliveryFacts facts,
            Suppressions suppressions,
            NotedRefusals refusals,
            KnownRecipients recipients,
            LaterFacts laterFacts,
            TransactionalOperator transaction,
            Clock clock) {
        return new ConcludeAttempts(
                this,
                facts,
                suppressions,
                refusals,
                recipients,
                laterFacts,
                List.of(),
                transaction,
                clock);
    }

    public TidyDeliveries tidy(DeliveryFacts facts, TransactionalOperator transaction) {
        return new TidyDeliveries(this, facts, List.of(), transaction);
    }

    private <T> Mono<T> during(Supplier<Mono<T>> statement) {
        mustLive();
        step();
        mustLive();
        return statement.get().doOnTerminate(this::step).doOnTerminate(this::mustLive);
    }

    private void mustLive() {
        if (isDead()) {
            throw new Killed();
        }
    }

    @Override
    public Mono<Long> enlist(Duration lease) {
        return during(() -> real.enlist(lease));
    }

    @Override
    public Mono<Set<Long>> stayAlive(Set<Long> epochs, Duration lease) {
        mustLive();
        return real.stayAlive(epochs, lease);
    }

    @Override
    public Mono<List<Delivery>> claim(
            long epoch, Channel channel, Lane lane, int limit, Instant now) {
        mustLive();
        return real.claim(epoch, channel, lane, Math.min(limit, 20), now)
                .doOnNext(claimed -> {
                    if (!claimed.isEmpty()) {
                        step();
                        mustLive();
                    }
                });
    }

    @Override
    public Mono<Boolean> begin(long epoch, Begun begun) {
        return during(() -> real.begin(epoch, begun));
    }

    @Override
    public Mono<Set<DeliveryId>> end(List<Attempt> ended) {
        return during(() -> real.end(ended));
    }

    @Override
    public Mono<Void> giveBack(long epoch, List<DeliveryId> ids, String reason) {
        return during(() -> real.giveBack(epoch, ids, reason));
    }

    @Override
    public Mono<Void> giveBackClaimed(long epoch) {
        return during(() -> real.giveBackClaimed(epoch));
    }

    @Override
    public Mono<List<Delivery>> takeOver() {
        mustLive();
        return real.takeOver();
    }

    @Override
    public Mono<Void> resign(long epoch) {
        return during(() -> real.resign(epoch));
    }

    @Override
    public Mono<List<Delivery>> overdue(Instant now, int limit) {
        mustLive();
        return real.overdue(now, limit);
    }

    @Override
    public Mono<List<Delivery>> toldPerhaps(int limit) {
        mustLive();
        return real.toldPerhaps(limit);
    }

    @Override
    public Mono<List<Delivery>> waitingFor(RecipientId recipient) {
        mustLive();
        return real.waitingFor(recipient);
    }

    @Override
    public Mono<List<Delivery>> waitingAbout(UUID about, int limit) {
        mustLive();
        return real.waitingAbout(about, limit);
    }

    @Override
    public Mono<Void> settle(List<Judged> ended) {
        mustLive();
        return real.settle(ended);
    }
}
