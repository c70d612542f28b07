package org.tinkuy.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tinkuy.embedded.Platform;

/// The quickstart as a process, as a person would start it, with fake services.
final class RunningQuickstart {

    /// Only a start that hangs needs it: what is waited for comes, on a slow machine later.
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final List<String> PORTS =
            List.of(
                    "TINKUY_PORT",
                    "TINKUY_SITE_PORT",
                    "TINKUY_REGISTRATION_PORT",
                    "TINKUY_SESSION_PORT",
                    "TINKUY_NOTIFICATION_PORT",
                    "TINKUY_SITE_INNER_PORT",
                    "TINKUY_REGISTRATION_INNER_PORT",
                    "TINKUY_SESSION_INNER_PORT",
                    "TINKUY_NOTIFICATION_INNER_PORT",
                    "TINKUY_SMTP_PORT",
                    "TINKUY_INBOX_PORT",
                    "TINKUY_POSTGRES_PORT",
                    "TINKUY_KAFKA_PORT");

    final Process process;
    private final Path output;

    private RunningQuickstart(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Map<String, String> freePorts() {
        var ports = new HashMap<String, String>();
        var free = Stream.generate(Platform::freePort).distinct().iterator();
        PORTS.forEach(p -> ports.put(p, String.valueOf(free.next())));
        return ports;
    }

    static RunningQuickstart start(Path directory, Map<String, String> environment)
            throws IOException {
        var output = Files.createTempFile(directory, "output-", ".log");
        var builder =
                new ProcessBuilder(
                                Platform.java().toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Quickstart.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("TINKUY_HOME", directory.toString());
        builder.environment().putAll(environment);
        return new RunningQuickstart(builder.start(), output);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void awaitOutput(String text) {
        await(
                text,
                () -> {
                    if (output().contains(text)) {
                        return true;
                    }
                    if (!process.isAlive()) {
                        throw new AssertionError("ended before \"" + text + "\": " + output());
                    }
                    return false;
                });
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs: " + output());
        }
        return process.exitValue();
    }

    static void await(String what, BooleanSupplier condition) {
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
