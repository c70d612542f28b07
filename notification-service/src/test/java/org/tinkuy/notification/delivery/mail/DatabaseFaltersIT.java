package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.UnsureDatabase;

/// A process that lives on while its database and its mail server come and go.
@RunningService
class DatabaseFaltersIT extends MailsOfEveryKind {

    private static final long SEED = Long.getLong("tinkuy.falters.seed", 20_261_129L);
    private static final int FAILURES = 60;

    /// One answer of so many is the last of all conversations.
    private static final int HANGS_UP_AFTER = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void losesNothingAndDoublesOnlyWhatIsCountedUnknown() {
        addSomeOfEach();
        var random = new SplittableRandom(SEED);
        var unsure = new UnsureDatabase(queue, FAILURES, random.split());
        var workers =
                workers(
                        unsure.queue(),
                        unsure.tidy(facts, transaction),
                        unsure.attempts(facts, suppressions, laterFacts, transaction, clock));
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

    private static boolean hangsUp(SplittableRandom random) {
        synchronized (random) {
            return random.nextInt(HANGS_UP_AFTER) == 0;
        }
    }
}
