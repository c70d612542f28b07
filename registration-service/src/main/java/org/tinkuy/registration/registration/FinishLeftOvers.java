package org.tinkuy.registration.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.ExpireHold;
import org.tinkuy.registration.seats.PoolId;
import reactor.core.publisher.Mono;

/// Ends holds whose time is over and completes confirmations that a crash interrupted. Several
/// instances may do so at once: the rules decide a second time that there is nothing to do.
@Component
class FinishLeftOvers {

    private static final Logger log = LoggerFactory.getLogger(FinishLeftOvers.class);

    private static final int PAGE = 500;

    /// Each needs a connection for a moment.
    private static final int AT_A_TIME = 4;

    /// The next round waits for this one, and a statement whose server was killed may never answer.
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    /// Younger ones are being completed by whoever recorded them.
    static final Duration INTERRUPTED_AFTER = Duration.ofSeconds(2);

    private final Registrations registrations;
    private final ConfirmationsDue due;
    private final ConfirmRegistrations confirmRegistrations;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;
    private final Clock clock;

    FinishLeftOvers(
            Registrations registrations,
            ConfirmationsDue due,
            ConfirmRegistrations confirmRegistrations,
            GroupCommit<PoolId, Command, Reply> groupCommit,
            Clock clock) {
        this.registrations = registrations;
        this.due = due;
        this.confirmRegistrations = confirmRegistrations;
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    /// The first time at start. Spring asks for this publisher once and subscribes again and again,
    /// so the clock is read at each subscription.
    @Scheduled(fixedDelayString = "${tinkuy.registration.sweep:PT2S}")
    Mono<Void> sweep() {
        return Mono.defer(() -> finish(clock.instant()))
                .timeout(LONGEST_ROUND)
                .doOnError(failure -> log.warn("Left-overs wait for the next round", failure))
                .onErrorComplete();
    }

    /// Confirmations first: who has proved to own the address keeps the seat.
    Mono<Void> finish(Instant now) {
        return pages(completeOnePage(now.minus(INTERRUPTED_AFTER))).then(pages(expireOnePage(now)));
    }

    private static Mono<Void> pages(Mono<Long> page) {
        return page.expand(count -> count < PAGE ? Mono.empty() : page).then();
    }

    private Mono<Long> completeOnePage(Instant before) {
        return due.recordedBefore(before, PAGE)
                .collectList()
                .flatMapIterable(page -> page)
                .flatMap(
                        confirmation -> confirmRegistrations.finish(confirmation).thenReturn(1),
                        AT_A_TIME)
                .count();
    }

    private Mono<Long> expireOnePage(Instant now) {
        return registrations
                .expiredHolds(now, PAGE)
                .collectList()
                .flatMapIterable(page -> page)
                .flatMap(
                        place -> groupCommit.submit(new ExpireHold(place.id(), place.pool())), PAGE)
                .count();
    }
}
