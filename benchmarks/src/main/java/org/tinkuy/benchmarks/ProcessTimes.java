package org.tinkuy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// CPU seconds that processes have used, by what they are. Linux only: elsewhere there is nothing
/// to read, and nothing is shown.
record ProcessTimes(Map<String, Double> seconds) {

    /// Linux reports in hundredths of a second on every architecture that Java runs on.
    private static final double TICKS_PER_SECOND = 100;

    /// Fields of /proc/<pid>/stat behind the command's name: user, system, and those of children
    /// that have ended.
    private static final int USER = 11;

    private static final int FIELDS = 4;

    static ProcessTimes now(Map<String, Long> processes) {
        return new ProcessTimes(
                processes.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        process -> of(process.getKey(), process.getValue()),
                                        Double::sum,
                                        TreeMap::new)));
    }

    ProcessTimes since(ProcessTimes earlier) {
        var difference = new TreeMap<String, Double>();
        seconds.forEach(
                (name, now) -> difference.put(name, now - earlier.seconds.getOrDefault(name, 0.0)));
        return new ProcessTimes(difference);
    }

    ProcessTimes plus(ProcessTimes other) {
        var sum = new TreeMap<>(seconds);
        other.seconds.forEach((name, more) -> sum.merge(name, more, Double::sum));
        return new ProcessTimes(sum);
    }

    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// PostgreSQL works in children of its own; whatever the quickstart starts is counted by name.
    private static double of(String name, long pid) {
        var children =
                name.equals(TinkuySystem.POSTGRESQL)
                        ? ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(child -> ticks(child.pid()))
                                .sum()
                        : 0;
        return (ticks(pid) + children) / TICKS_PER_SECOND;
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var sum = 0L;
            for (var i = USER; i < USER + FIELDS; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException _) {
            return 0;
        }
    }
}
