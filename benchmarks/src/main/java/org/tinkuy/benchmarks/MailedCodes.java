package org.tinkuy.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// When notification-service had handed over which code.
final class MailedCodes {

    private static final String SENT =
            """
            select about[1] as challenge, ended_at from ended_deliveries
            where kind = 'sign-in-code' and state = 'sent' and ended_at >= ?
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection database;

    /// @param database of notification-service
    MailedCodes(Connection database) {
        this.database = database;
    }

    /// As the service keeps it: counting them would take PostgreSQL longer than some of them did.
    int count() throws SQLException {
        try (var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                "select coalesce(sum(copies), 0) from delivery_counts where kind = 'sign-in-code'")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /// Until so many codes have ended.
    ///
    /// @return how long that took
    Duration awaitAll(int codes) throws SQLException {
        var start = System.nanoTime();
        while (count() < codes && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// From each answer to the mail handed over; those that never were are left out.
    Latencies since(Map<UUID, Instant> answered, Instant start) throws SQLException {
        var sent = sent(start);
        return Latencies.of(
                answered.entrySet().stream()
                        .filter(it -> sent.containsKey(it.getKey()))
                        .mapToLong(it ->
                                Duration.between(it.getValue(), sent.get(it.getKey())).toNanos())
                        .toArray());
    }

    private Map<UUID, Instant> sent(Instant start) throws SQLException {
        var sent = new HashMap<UUID, Instant>();
        try (var statement = database.prepareStatement(SENT)) {
            statement.setObject(1, OffsetDateTime.ofInstant(start, ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sent.put(
                            row.getObject("challenge", UUID.class),
                            row.getObject("ended_at", OffsetDateTime.class).toInstant());
                }
            }
        }
        return sent;
    }
}
