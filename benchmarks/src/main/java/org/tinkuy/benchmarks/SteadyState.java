package org.tinkuy.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// Watches a load that goes on, window by window, until three windows in a row differ by less than
/// five per cent: then the compilers are done, and what was slow at the start is over.
///
/// @param windows all of them, from the start on
/// @param reached whether the last three differ that little
record SteadyState(List<Window> windows, boolean reached) {

    private static final int IN_A_ROW = 3;
    private static final double DIFFERENCE = 0.05;

    /// @param from and to, by [System#nanoTime]
    /// @param done how much was done in it
    /// @param used the CPU time of each process meanwhile
    record Window(long from, long to, int done, ProcessTimes used) {

        double perSecond() {
            return done / ((to - from) / 1e9);
        }
    }

    /// What a process may be asked for its CPU time.
    interface Clock {
        ProcessTimes read() throws IOException;
    }

    /// @param done how much was done so far
    /// @param most windows to wait for
    static SteadyState await(IntSupplier done, Clock cpu, Duration window, int most)
            throws IOException {
        var windows = new ArrayList<Window>();
        var from = System.nanoTime();
        var doneBefore = done.getAsInt();
        var usedBefore = cpu.read();
        while (windows.size() < most && !isSteady(windows)) {
            sleepUntil(from + window.toNanos());
            var to = System.nanoTime();
            var doneNow = done.getAsInt();
            var usedNow = cpu.read();
            windows.add(new Window(from, to, doneNow - doneBefore, usedNow.since(usedBefore)));
            from = to;
            doneBefore = doneNow;
            usedBefore = usedNow;
        }
        return new SteadyState(List.copyOf(windows), isSteady(windows));
    }

    static boolean isSteady(List<Window> windows) {
        if (windows.size() < IN_A_ROW) {
            return false;
        }
        var rates =
                windows.subList(windows.size() - IN_A_ROW, windows.size()).stream()
                        .mapToDouble(Window::perSecond)
                        .summaryStatistics();
        return rates.getMin() > 0
                && rates.getMax() - rates.getMin() < DIFFERENCE * rates.getAverage();
    }

    /// The last three as one.
    Window last() {
        return together(windows.subList(Math.max(0, windows.size() - IN_A_ROW), windows.size()));
    }

    /// What was done per second in that time from the start.
    double perSecondAtFirst(Duration time) {
        var start = windows.getFirst().from();
        return together(windows.stream().filter(it -> it.from() - start < time.toNanos()).toList())
                .perSecond();
    }

    private static Window together(List<Window> windows) {
        return new Window(
                windows.getFirst().from(),
                windows.getLast().to(),
                windows.stream().mapToInt(Window::done).sum(),
                windows.stream().map(Window::used).reduce(ProcessTimes::plus).orElseThrow());
    }

    private static void sleepUntil(long time) {
        for (var rest = time - System.nanoTime(); rest > 0; rest = time - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}
