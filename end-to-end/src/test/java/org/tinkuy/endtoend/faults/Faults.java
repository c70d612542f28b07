package org.tinkuy.endtoend.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tinkuy.endtoend.Await;
import org.tinkuy.endtoend.TinkuySystem;

/// `kill -9` of every part at random moments; whoever keeps the parts has to bring them back.
///
/// @param plan in the order of its moments
record Faults(List<Fault> plan) {

    private static final Duration BACK_WITHIN = Duration.ofMinutes(3);

    record Fault(Part part, Duration after) {}

    /// Every part so many times within the window; outages may meet.
    static Faults within(Duration window, int times, SplittableRandom random) {
        return new Faults(
                Stream.of(Part.values())
                        .flatMap(part ->
                                random.longs(times, 0, window.toMillis())
                                        .mapToObj(at -> new Fault(part, Duration.ofMillis(at))))
                        .sorted(Comparator.comparing(Fault::after))
                        .toList());
    }

    /// A part that is just down is killed as soon as it is back.
    void strike(TinkuySystem system) {
        var start = System.nanoTime();
        for (var fault : plan) {
            while (System.nanoTime() - start < fault.after().toNanos()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            Await.until(
                    fault.part() + " to be there",
                    BACK_WITHIN,
                    () -> fault.part().process(system).isPresent());
            fault.part().process(system).ifPresent(ProcessHandle::destroyForcibly);
            System.out.printf(
                    Locale.ROOT,
                    "%6.1f s  kill -9 %s%n",
                    (System.nanoTime() - start) / 1e9,
                    fault.part());
        }
    }
}
