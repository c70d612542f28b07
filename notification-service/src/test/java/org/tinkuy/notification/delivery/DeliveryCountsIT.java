package org.tinkuy.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.testing.MovableTime;

/// What is kept as a number equals what can be counted, whatever happens in whatever order.
@RunningService
class DeliveryCountsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<DeliveryKind> KINDS =
            List.of(
                    DeliveryKind.CAMPAIGN,
                    DeliveryKind.REMINDER_1H,
                    DeliveryKind.REGISTRATION_CONFIRMED);

    @Autowired Deliveries deliveries;
    @Autowired DeliveryQueue queue;
    @Autowired DeliveryLog log;
    @Autowired RetryDelivery retry;
    @Autowired SharedDeliveries shared;
    @Autowired EndedDeliveries ended;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;
    @Autowired MovableTime clock;

    private final ProgrammeId programme = new ProgrammeId(UUID.randomUUID());
    private final List<UUID> abouts = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final List<RecipientId> people = new ArrayList<>();

    @Test
    void equalARecountAfterEveryStepOfARandomHistory() {
        var seed = new SplittableRandom().nextLong();
        var chance = new SplittableRandom(seed);
        for (var step = 0; step < 60; step++) {
            switch (chance.nextInt(4)) {
                case 0, 1 -> enqueue(1 + chance.nextInt(6), chance);
                case 2 -> end(chance);
                default -> retryAll(chance);
            }
            assertThat(differences()).as("step %s, seed %s", step, seed).isZero();
            for (var about : abouts) {
                await().atMost(PATIENCE).until(() -> counted(about));
            }
        }
        assertThat(number("select count(*) from ended_deliveries where programme_id = $1"))
                .isPositive();
    }

    @Test
    void tellsALaterFactBesideTheLog() {
        enqueueOne(DeliveryKind.REMINDER_1H, abouts.getFirst());
        settle(people.getFirst(), new Verdict.Failed(clock.instant(), Failure.REFUSED, "550"));
        var failed = entries().getFirst();
        retry.retry(new Visibility.Everything(), failed.id()).block();

        assertThat(entries().getFirst().later())
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.what()).isEqualTo(LaterFacts.What.RETRIED);
                    assertThat(fact.detail()).isEqualTo("failed: 550");
                });
    }

    @Test
    void takesANameOnce() {
        enqueueOne(DeliveryKind.CAMPAIGN, abouts.getFirst());
        var again = one(DeliveryKind.CAMPAIGN, abouts.getFirst(), people.getFirst());
        assertThat(deliveries.enqueue(List.of(again, again)).block()).isZero();
        settle(people.getFirst(), new Verdict.Expired(clock.instant(), "over"));

        assertThat(deliveries.enqueue(List.of(again)).block()).isZero();
    }

    private List<DeliveryLog.Entry> entries() {
        return Objects.requireNonNull(
                log.latest(
                                new Visibility.Everything(),
                                new Filter(programme.value(), null, null, null),
                                null,
                                10,
                                clock.instant())
                        .block());
    }

    private void enqueue(int copies, SplittableRandom chance) {
        for (var i = 0; i < copies; i++) {
            enqueueOne(KINDS.get(chance.nextInt(KINDS.size())), abouts.get(chance.nextInt(2)));
        }
    }

    private void enqueueOne(DeliveryKind kind, UUID about) {
        var who = new RecipientId(UUID.randomUUID());
        people.add(who);
        assertThat(deliveries.enqueue(List.of(one(kind, about, who))).block()).isEqualTo(1);
    }

    /// Due when nobody works any more.
    private NewDelivery one(DeliveryKind kind, UUID about, RecipientId who) {
        var now = clock.instant();
        return new NewDelivery(
                kind.label() + "/" + about + "/" + who.value(),
                kind,
                Channel.MAIL,
                who,
                List.of(about),
                programme,
                now,
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(5)),
                kind == DeliveryKind.REGISTRATION_CONFIRMED,
                null);
    }

    private void end(SplittableRandom chance) {
        if (people.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        settle(
                people.get(chance.nextInt(people.size())),
                switch (chance.nextInt(5)) {
                    case 0 -> new Verdict.Sent(now);
                    case 1 -> new Verdict.Failed(now, Failure.REFUSED, "550");
                    case 2 -> new Verdict.Expired(now, "over");
                    case 3 -> new Verdict.Again(now.plus(Duration.ofDays(1)), "451");
                    default -> new Verdict.LeftUnknown(now, "lost");
                });
    }

    private void settle(RecipientId who, Verdict verdict) {
        queue.waitingFor(who)
                .map(waiting -> waiting.stream().map(one -> Judged.of(one, verdict)).toList())
                .flatMap(queue::settle)
                .as(transaction::transactional)
                .block();
    }

    private void retryAll(SplittableRandom chance) {
        var state = chance.nextBoolean() ? DeliveryState.FAILED : DeliveryState.UNKNOWN;
        var about = abouts.get(chance.nextInt(2));
        var filter = new Filter(programme.value(), state, null, about);
        ended.retryable(new Visibility.Everything(), filter, null, 1_000, clock.instant())
                .flatMapIterable(found -> found)
                .map(one -> one.delivery().id())
                .collectList()
                .flatMapMany(ids -> ended.sendAgain(ids, Set.of(state), Set.of(), clock.instant()))
                .blockLast();
    }

    private boolean counted(UUID about) {
        var standing = shared.standing(DeliveryKind.CAMPAIGN, about).blockOptional().orElseThrow();
        var open = copiesIn("deliveries", about);
        assertThat(shared.allEnded(DeliveryKind.CAMPAIGN, about).block()).isEqualTo(open == 0);
        return standing.open() == open && standing.all() == copiesIn("all_deliveries", about);
    }

    private long copiesIn(String table, UUID about) {
        return Objects.requireNonNull(
                database.sql(
                                "select count(*) from %s where kind = 'campaign' and about[1] = $1"
                                        .formatted(table))
                        .bind(0, about)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    /// In one statement, so that both are of the same moment.
    private long differences() {
        return number(
                """
                with counted as (
                    select kind, shared_about(kind, about) as about, state, count(*) as copies
                    from ended_deliveries where programme_id = $1 group by 1, 2, 3),
                kept as (
                    select kind, about, state, copies from delivery_counts
                    where programme_id = $1 and copies <> 0)
                select count(*) from counted c
                full join kept k on c.kind || coalesce(c.about::text, '') || c.state
                    = k.kind || coalesce(k.about::text, '') || k.state
                where c.copies is distinct from k.copies
                """);
    }

    private long number(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).bind(0, programme.value()).mapValue(Long.class).one().block());
    }
}
