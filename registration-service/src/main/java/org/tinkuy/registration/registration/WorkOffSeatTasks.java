package org.tinkuy.registration.registration;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.FollowSession;
import org.tinkuy.registration.seats.PoolId;
import reactor.core.publisher.Mono;

/// Ends the registrations of sessions that do not take place and seats those who wait where the
/// capacity was raised: a page at a time, one pool after the other, between the commands of others.
/// Every instance does so; what one leaves behind another takes up.
@Component
class WorkOffSeatTasks {

    private static final Logger log = LoggerFactory.getLogger(WorkOffSeatTasks.class);

    /// Registrations that change in one transaction: far below a second.
    static final int PAGE = 500;

    /// Above what a page may take, waiting included.
    static final Duration LEASE = Duration.ofSeconds(30);

    private final SeatTasks tasks;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;
    private final Clock clock;

    WorkOffSeatTasks(
            SeatTasks tasks, GroupCommit<PoolId, Command, Reply> groupCommit, Clock clock) {
        this.tasks = tasks;
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tinkuy.registration.seat-tasks:PT0.5S}")
    Mono<Void> workOff() {
        return Mono.defer(this::page)
                .repeat()
                .takeWhile(worked -> worked)
                .then()
                .doOnError(failure -> log.warn("Seat tasks wait for the next round", failure))
                .onErrorComplete();
    }

    /// @return `false` if nothing is left to do
    Mono<Boolean> page() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return tasks.take(now, now.plus(LEASE))
                    .flatMap(task -> page(task).thenReturn(true))
                    .defaultIfEmpty(false);
        });
    }

    private Mono<Void> page(SeatTask task) {
        return groupCommit
                .submit(new FollowSession(task.pool(), PAGE))
                .flatMap(reply ->
                        changed(reply)
                                ? tasks.putBack(task, clock.instant())
                                : tasks.finish(task, clock.instant()));
    }

    private static boolean changed(Reply reply) {
        return reply instanceof Reply.Decided(var standings) && !standings.isEmpty();
    }
}
