package org.tinkuy.notification.delivery.mail;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.MortalDatabase;

/// Processes that are killed at random points, one after the other, with mails of every lane in
/// their hands.
@RunningService
class WorkerDeathsIT extends MailsOfEveryKind {

    private static final long SEED = 20_261_122L;
    private static final int DEATHS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void losesNothingAndDoublesOnlyWhatIsCountedUnknown() throws Exception {
        addSomeOfEach();
        var random = new SplittableRandom(SEED);
        var buried = new ArrayList<Thread>();
        for (var death = 0; death < DEATHS; death++) {
            if (open() == 0) {
                addSomeOfEach();
            }
            var process = process(random.nextLong(3, 80));
            server.beforeEachAnswer(process.database()::step);
            process.workers().start();
            await().atMost(PATIENCE).until(() -> process.database().isDead() || open() == 0);
            process.database().die();
            buried.add(Thread.ofVirtual().start(process.workers()::stop));
            server.beforeEachAnswer(() -> {});
            othersNotice();
            time.pass(Duration.ofMinutes(1));
        }
        var last = process(Long.MAX_VALUE);
        last.workers().start();
        await().atMost(PATIENCE)
                .until(() -> {
                    time.pass(Duration.ofSeconds(30));
                    return open() == 0;
                });
        last.workers().stop();
        for (var thread : buried) {
            thread.join();
        }
        audit(SEED);
    }

    private record Mortal(MailWorkers workers, MortalDatabase database) {}

    private Mortal process(long steps) {
        var mortal = new MortalDatabase(queue, steps, server::hangUp);
        return new Mortal(
                workers(
                        mortal,
                        mortal.tidy(facts, transaction),
                        mortal.attempts(
                                facts,
                                suppressions,
                                refusals,
                                known,
                                laterFacts,
                                transaction,
                                clock)),
                mortal);
    }
}
