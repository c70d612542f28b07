package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How much a Tinkuy takes up, by what it is, in bytes.
///
/// @param memory of each process, shared pages by their share (PSS; Linux only)
/// @param tables with their indexes, of all services
/// @param topics of all partitions
record Sizes(Map<String, Long> memory, Map<String, Long> tables, Map<String, Long> topics) {

    private static final String TABLES =
            """
            select coalesce(parent.relname, child.relname) as name,
                sum(pg_total_relation_size(child.oid)) as bytes
            from pg_class child
            left join pg_inherits i on i.inhrelid = child.oid
            left join pg_class parent on parent.oid = i.inhparent
            where child.relkind = 'r' and child.relnamespace = 'public'::regnamespace
            group by 1
            """;

    static Sizes of(TinkuySystem system) throws IOException, SQLException {
        var memory = new TreeMap<String, Long>();
        for (var process : system.processes().entrySet()) {
            memory.put(process.getKey(), memory(process.getKey(), process.getValue()));
        }
        return new Sizes(memory, tables(system), topics(system.kafkaLogs()));
    }

    private static long memory(String name, long pid) {
        var children =
                name.equals(TinkuySystem.POSTGRESQL)
                        ? ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)
                        : Stream.<ProcessHandle>empty();
        return pss(pid) + children.mapToLong(child -> pss(child.pid())).sum();
    }

    private static long pss(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private static Map<String, Long> tables(TinkuySystem system) throws IOException, SQLException {
        var tables = new TreeMap<String, Long>();
        for (var name : new String[] {"registration", "session", "notification"}) {
            try (var database = system.database(name);
                    var statement = database.createStatement();
                    var row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    tables.put(name + "." + row.getString("name"), row.getLong("bytes"));
                }
            }
        }
        return tables;
    }

    /// A partition's folder is called by topic and number.
    private static Map<String, Long> topics(Path logs) throws IOException {
        var topics = new TreeMap<String, Long>();
        try (var partitions = Files.list(logs)) {
            for (var partition : partitions.filter(Files::isDirectory).toList()) {
                var topic = partition.getFileName().toString().replaceFirst("-\\d+$", "");
                topics.merge(topic, written(partition), Long::sum);
            }
        }
        return topics;
    }

    /// Messages alone: index files are allocated whole.
    private static long written(Path partition) throws IOException {
        try (var files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
