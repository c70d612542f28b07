package org.tinkuy.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tinkuy.embedded.Platform;

/// Remembers which processes were started. After a `kill -9` they end by themselves, in their time;
/// a start that follows at once must not meet them on their ports.
record FormerProcesses(Path file) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    synchronized void remember(long pid) {
        if (pid <= 0) {
            return;
        }
        ProcessHandle.of(pid)
                .flatMap(FormerProcesses::line)
                .ifPresent(line -> {
                    try {
                        Files.writeString(
                                file,
                                line + "\n",
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /// @return how many had to be waited for
    int end() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        var left =
                lines.stream()
                        .map(FormerProcesses::stillRunning)
                        .flatMap(Optional::stream)
                        .toList();
        end(left);
        Files.delete(file);
        return left.size();
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!haveEnded(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            haveEnded(processes);
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes) {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (processes.stream().anyMatch(FormerProcesses::runs)) {
            if (System.nanoTime() > limit) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !Platform.isZombie(process.pid());
    }

    /// A process id is used again one day; its start time is not.
    private static Optional<String> line(ProcessHandle process) {
        return process.info().startInstant().map(start -> process.pid() + " " + start);
    }

    private static Optional<ProcessHandle> stillRunning(String line) {
        var parts = line.split(" ", 2);
        if (parts.length != 2) {
            return Optional.empty(); // half written when the machine stopped
        }
        var start = Instant.parse(parts[1]);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(p -> p.info().startInstant().filter(start::equals).isPresent())
                .filter(FormerProcesses::runs);
    }
}
