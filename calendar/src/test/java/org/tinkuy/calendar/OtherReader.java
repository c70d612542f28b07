package org.tinkuy.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tinkuy.calendar.SweptTimes.Moments;

/// Somebody else's reader of calendars, where it is installed: a script prints what it makes of the
/// files of a directory.
///
/// @param programs any of which runs the script
/// @param option by which it runs a text instead
/// @param trial a text that fails where the reader is not installed
record OtherReader(String script, List<String> programs, String option, String trial) {

    /// Debian's own Python has Debian's packages, and may not be the first on the path.
    static final OtherReader ICALENDAR =
            new OtherReader(
                    "read-calendars.py",
                    List.of("python3", "/usr/bin/python3"),
                    "-c",
                    "import icalendar");

    /// In the directory that `NODE_PATH` names.
    static final OtherReader ICAL_JS =
            new OtherReader(
                    "read-calendars.cjs", List.of("node", "nodejs"), "-e", "require('ical.js')");

    /// What runs the script; empty where it is not installed.
    Optional<String> program() throws InterruptedException {
        for (var program : programs) {
            if (isThere(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, option, trial)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// By file and UID.
    ///
    /// @param work where the script may lie
    Map<String, Map<String, Moments>> read(String program, Path calendars, Path work)
            throws IOException, InterruptedException {
        var file = work.resolve(script);
        try (var in = OtherReader.class.getResourceAsStream("/" + script)) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
        var process =
                new ProcessBuilder(program, file.toString(), calendars.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var read = new LinkedHashMap<String, Map<String, Moments>>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                read.computeIfAbsent(words[0], _ -> new LinkedHashMap<>())
                        .put(words[1], new Moments(second(words[2]), second(words[3])));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(script + " failed");
        }
        return read;
    }

    private static Instant second(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
