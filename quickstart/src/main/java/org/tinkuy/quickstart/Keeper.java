package org.tinkuy.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Starts what ended without being asked to, waiting longer each time. What refuses its settings is
/// left alone.
final class Keeper {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// Who ran that long has recovered.
    private static final Duration RECOVERED = Duration.ofMinutes(1);

    private static final int LINES_OF_LOG = 12;

    private final PrintStream out;
    private final FormerProcesses processes;
    private volatile boolean stopping;

    Keeper(PrintStream out, FormerProcesses processes) {
        this.out = out;
        this.processes = processes;
    }

    /// Starts it, which must succeed, and keeps it running from then on.
    void keep(Child child) {
        start(child);
        Thread.ofVirtual().name("keeper-of-" + child.name()).start(() -> watch(child));
    }

    /// From now on, what ends stays so.
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    private void start(Child child) {
        child.start();
        processes.remember(child.pid());
    }

    private void watch(Child child) {
        var pause = FIRST_PAUSE;
        var startedAt = System.nanoTime();
        while (sleep(LOOK_EVERY)) {
            if (child.isRunning()) {
                continue;
            }
            if (child.refusal().isPresent()) {
                return;
            }
            if (System.nanoTime() - startedAt > RECOVERED.toNanos()) {
                pause = FIRST_PAUSE;
            }
            announce(child, pause);
            if (!sleep(pause)) {
                return;
            }
            startedAt = System.nanoTime();
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
            tryToStart(child);
        }
    }

    private void tryToStart(Child child) {
        try {
            start(child);
        } catch (RuntimeException e) {
            if (!stopping) {
                out.printf(Locale.ROOT, "  %s does not start: %s%n", child.name(), e.getMessage());
            }
        }
    }

    private void announce(Child child, Duration pause) {
        if (stopping) {
            return;
        }
        var code = child.exitCode();
        out.printf(
                Locale.ROOT,
                "%n  %s has ended%s; it starts again in %d s. The end of %s:%n",
                child.name(),
                code.isPresent() ? " (exit code " + code.getAsInt() + ")" : "",
                pause.toSeconds(),
                child.log());
        end(child.log()).forEach(line -> out.println("    " + line));
    }

    private static List<String> end(Path log) {
        try {
            var lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /// @return whether to go on
    private boolean sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !stopping;
    }
}
