package org.tinkuy.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Registrations that arrive at a steady rate whether or not those before were answered (an open
/// model), sent by [vegeta](https://github.com/tsenart/vegeta).
final class OpenLoad {

    /// @param answered when the answer was there
    record Answer(int status, Duration took, Instant answered, String body) {}

    private static final String VEGETA = "vegeta";

    /// Enough that an arrival never waits for a connection of this program.
    private static final String MOST_AT_ONCE = "2000";

    private final int port;
    private final UUID session;
    private final Path log;

    OpenLoad(int port, UUID session, Path log) {
        this.port = port;
        this.session = session;
        this.log = log;
    }

    static boolean isInstalled() {
        try {
            return new ProcessBuilder(VEGETA, "-version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// @param run what the addresses begin with
    List<Answer> run(String run, int perSecond, Duration time) throws IOException {
        var attack =
                program(
                        "attack",
                        "-format=json",
                        "-lazy",
                        "-rate=" + perSecond,
                        "-duration=" + time.toSeconds() + "s",
                        "-max-workers=" + MOST_AT_ONCE,
                        "-connections=" + MOST_AT_ONCE);
        var pipeline = ProcessBuilder.startPipeline(List.of(attack, program("encode", "-to=csv")));
        // Vegeta sends one more where the last moment falls on an arrival.
        var arrivals = (int) (perSecond * time.toSeconds()) + 1;
        Thread.ofPlatform().name("arrivals").start(() -> write(pipeline.getFirst(), run, arrivals));
        try (var lines = pipeline.getLast().inputReader(StandardCharsets.UTF_8)) {
            return read(lines);
        }
    }

    private ProcessBuilder program(String... arguments) {
        var command = new ArrayList<>(List.of(VEGETA));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /// One request per line, each of another person.
    private void write(Process vegeta, String run, int arrivals) {
        try (var lines =
                new BufferedWriter(
                        new OutputStreamWriter(vegeta.getOutputStream(), StandardCharsets.UTF_8))) {
            for (var i = 0; i < arrivals; i++) {
                lines.write(line(run, i));
            }
        } catch (IOException _) {
            // it ended: what it answered tells
        }
    }

    private String line(String run, int i) {
        var body = Base64.getEncoder().encodeToString(Load.body(run, i, session));
        return String.format(
                Locale.ROOT,
                """
                {"method":"POST","url":"http://127.0.0.1:%d/api/registrations","body":"%s",\
                "header":{"Content-Type":["application/json"],"Idempotency-Key":["%s"]}}
                """,
                port,
                body,
                UUID.randomUUID());
    }

    /// Columns: time in ns, status, latency in ns, bytes out, bytes in, error, body in Base64, …
    private static List<Answer> read(BufferedReader lines) throws IOException {
        var answers = new ArrayList<Answer>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var columns = line.split(",", 8);
            var took = Duration.ofNanos(Long.parseLong(columns[2]));
            answers.add(
                    new Answer(
                            Integer.parseInt(columns[1]),
                            took,
                            Instant.EPOCH.plusNanos(Long.parseLong(columns[0])).plus(took),
                            new String(
                                    Base64.getDecoder().decode(columns[6]),
                                    StandardCharsets.UTF_8)));
        }
        return answers;
    }
}
