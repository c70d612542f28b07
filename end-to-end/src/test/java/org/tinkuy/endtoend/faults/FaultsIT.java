package org.tinkuy.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Await;
import org.tinkuy.endtoend.OrganiserApi;
import org.tinkuy.endtoend.TinkuySystem;

/// By default of a size for every build; the whole one is `-Dtinkuy.faults.people=2000
/// -Dtinkuy.faults.subscribers=5000 -Dtinkuy.faults.times=3`.
class FaultsIT {

    private static final int PEOPLE = Integer.getInteger("tinkuy.faults.people", 200);
    private static final int SUBSCRIBERS = Integer.getInteger("tinkuy.faults.subscribers", 500);

    /// How often each part is killed.
    private static final int TIMES = Integer.getInteger("tinkuy.faults.times", 1);

    private static final Duration WINDOW =
            Duration.ofSeconds(Integer.getInteger("tinkuy.faults.seconds", 50 * TIMES));
    private static final long SEED =
            Long.getLong("tinkuy.faults.seed", new SplittableRandom().nextLong());

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(10);
    private static final String NO_LIMIT_IN_PRACTICE = "1000000";

    /// People are reminded so long before.
    private static final Duration REMINDED_BEFORE = Duration.ofMinutes(10);

    private final OrganiserApi organiser;
    private final TinkuySystem system;

    FaultsIT() {
        system =
                new TinkuySystem(
                        "faults",
                        Map.of(
                                "TINKUY_LIMIT_MAIL_BURST", NO_LIMIT_IN_PRACTICE,
                                "TINKUY_LIMIT_MAIL_PER_MINUTE", NO_LIMIT_IN_PRACTICE,
                                "TINKUY_LIMIT_CODES_BURST", NO_LIMIT_IN_PRACTICE,
                                "TINKUY_LIMIT_CODES_PER_MINUTE", NO_LIMIT_IN_PRACTICE));
        organiser = system.organiser();
    }

    @Test
    void losesNothingAndRepeatsOnlyWhatIsCounted() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d people, %d subscribers, every part killed %d times, within %s; again with -Dtinkuy.faults.seed=%d%n",
                PEOPLE,
                SUBSCRIBERS,
                TIMES,
                WINDOW,
                SEED);
        try (system) {
            system.start();
            organiser.signIn();
            var seats = PEOPLE * 3 / 4;
            var startsAt = startOfASessionThatIsRemindedOfInTheMiddle();
            var session =
                    UUID.fromString(
                            organiser.scheduleWorkshop(
                                    "Workshop", startsAt.atZone(ZoneId.of("Etc/UTC")), seats));
            var crowd = new Crowd(system, session);
            var newsletter = new Newsletter(system, organiser);
            newsletter.subscribe(SUBSCRIBERS);
            newsletter.send(SUBSCRIBERS / (int) WINDOW.toSeconds());

            var faults = Faults.within(WINDOW, TIMES, new SplittableRandom(SEED));
            var struck = CompletableFuture.runAsync(() -> faults.strike(system));
            crowd.come(PEOPLE, WINDOW);
            struck.join();

            var audit = new Audit(system);
            awaitSettled(audit, startsAt.minus(REMINDED_BEFORE));
            audit.registrations(crowd.answered(), session, seats);
            audit.messages(session);
            audit.topics();
            System.out.println(audit.report());
            assertThat(audit.faults()).isEmpty();
        }
    }

    /// Sessions start on the minute, so it is the clock that moves to where their reminder is due
    /// in the middle of the window.
    private Instant startOfASessionThatIsRemindedOfInTheMiddle() {
        var wanted = system.now().plus(REMINDED_BEFORE).plus(WINDOW.dividedBy(2));
        var start = wanted.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        system.moveClock(Duration.between(wanted, start));
        return start;
    }

    private void awaitSettled(Audit audit, Instant due) {
        var open = new AtomicReference<>(List.<String>of());
        try {
            Await.until(
                    "everything to be told",
                    SETTLED_WITHIN,
                    () -> {
                        open.set(audit.unsettled());
                        return open.get().isEmpty() && system.now().isAfter(due.plusSeconds(5));
                    });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + open.get(), e);
        }
    }
}
