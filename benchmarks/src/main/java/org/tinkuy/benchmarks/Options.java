package org.tinkuy.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the command line says: `--name=number`.
///
/// @param clients connections, each with one request at a time; also pgbench's
/// @param window of which three in a row have to be alike
/// @param windows the most of them, of one load
/// @param sessions of the load that takes turns
/// @param open how long the open load goes
/// @param pgbench how long the reference runs
record Options(
        int clients, Duration window, int windows, int sessions, Duration open, Duration pgbench) {

    private static final Map<String, Integer> DEFAULTS =
            Map.of(
                    "clients", 32,
                    "window-seconds", 10,
                    "windows", 24,
                    "sessions", 200,
                    "open-seconds", 60,
                    "pgbench-seconds", 20);

    static Options of(String[] arguments) {
        var values = numbers(DEFAULTS, arguments);
        return new Options(
                number(values, "clients"),
                Duration.ofSeconds(number(values, "window-seconds")),
                number(values, "windows"),
                number(values, "sessions"),
                Duration.ofSeconds(number(values, "open-seconds")),
                Duration.ofSeconds(number(values, "pgbench-seconds")));
    }

    /// @throws IllegalArgumentException if a name is not among the defaults
    static Map<String, Integer> numbers(Map<String, Integer> defaults, String[] arguments) {
        var values = new TreeMap<>(defaults);
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var name = parts[0].replaceFirst("^--", "");
            if (parts.length != 2 || values.replace(name, positive(parts[1])) == null) {
                throw new IllegalArgumentException(
                        "%s: known are %s"
                                .formatted(
                                        argument,
                                        defaults.keySet().stream()
                                                .sorted()
                                                .map(known -> "--" + known + "=…")
                                                .collect(Collectors.joining(" "))));
            }
        }
        return values;
    }

    static int number(Map<String, Integer> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private static int positive(String text) {
        var number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("not a positive number: " + text);
        }
        return number;
    }
}
