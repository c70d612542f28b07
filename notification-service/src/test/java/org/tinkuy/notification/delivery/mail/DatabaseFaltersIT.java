package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.Attempt;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.UnsureDatabase;
import org.tinkuy.notification.delivery.Verdict;

/// A process that lives on while its database and its mail server come and go.
@RunningService
class DatabaseFaltersIT extends MailsOfEveryKind {

    private static final long SEED = Long.getLong("tinkuy.falters.seed", 4L);
    private static final int FAILURES = 60;

    /// One answer of so many is the last of all conversations.
    private static final int HANGS_UP_AFTER = 100;

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void losesNothingAndDoublesOnlyWhatIsCountedUnknown() {
        addSomeOfEach();
        var random = new SplittableRandom(SEED);
        var unsure = new UnsureDatabase(queue, FAILURES, random.split());
        var workers =
                workers(
                        unsure.queue(),
                        unsure.tidy(facts, transaction),
                        unsure.attempts(
                                facts,
                                suppressions,
                                refusals,
                                known,
                                laterFacts,
                                transaction,
                                clock));
        server.beforeEachAnswer(() -> {
            if (!unsure.isSure() && hangsUp(random)) {
                server.hangUp();
            }
        });
        workers.start();
        try {
            await().atMost(PATIENCE)
                    .until(() -> {
                        time.pass(Duration.ofSeconds(5));
                        if (open() == 0 && !unsure.isSure()) {
                            addSomeOfEach();
                        }
                        return open() == 0;
                    });
        } finally {
            workers.stop();
        }
        assertThat(unsure.isSure()).isTrue();
        audit(SEED);
    }

    /// The commit happened, its writer did not hear of it, and meanwhile the worker has the
    /// delivery again.
    @Test
    void hearsAVerdictOnce() {
        addSomeOfEach();
        long me = Objects.requireNonNull(queue.enlist(LEASE).block());
        var delivery = claimed(me);
        begin(me, 1, delivery);
        var later = List.of(new Attempt(me, putOff(delivery)));
        assertThat(queue.end(later).block()).containsExactly(delivery.id());
        begin(me, 2, claimed(me));
        assertThat(queue.end(later).block()).isEmpty();
        assertThat(state(delivery)).isEqualTo("sending");
        othersNotice();
    }

    /// Its former row may still stand because of the others in it.
    @Test
    void hasNotBegunWhatItClaimedAnew() {
        addSomeOfEach();
        long me = Objects.requireNonNull(queue.enlist(LEASE).block());
        var delivery = claimed(me);
        begin(me, 1, delivery);
        queue.end(List.of(new Attempt(me, putOff(delivery)))).block();
        assertThat(claimed(me).id()).isEqualTo(delivery.id());
        assertThat(state(delivery)).isEqualTo("claimed");
        queue.giveBackClaimed(me).block();
        assertThat(state(delivery)).isEqualTo("ready");
        assertThat(claimed(me).id()).isEqualTo(delivery.id());
        othersNotice();
        assertThat(state(delivery)).isEqualTo("ready");
    }

    private Delivery claimed(long worker) {
        var now = clock.instant();
        return Objects.requireNonNull(queue.claim(worker, Channel.MAIL, Lane.CODES, 1, now).block())
                .getFirst();
    }

    private void begin(long worker, long number, Delivery delivery) {
        var begun = new DeliveryQueue.Begun(number, List.of(delivery), List.of());
        assertThat(queue.begin(worker, begun).block()).isTrue();
    }

    /// So that it is the next one again.
    private static Judged putOff(Delivery delivery) {
        return Judged.of(delivery.attempted(), new Verdict.Again(Instant.EPOCH, "451 later"));
    }

    private static boolean hangsUp(SplittableRandom random) {
        synchronized (random) {
            return random.nextInt(HANGS_UP_AFTER) == 0;
        }
    }
}
