package org.tinkuy.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// The list of a newsletter, and what the database says became of an issue.
final class Subscribers {

    private final MailSystem system;
    private final UUID programme = UUID.randomUUID();

    Subscribers(MailSystem system) throws SQLException {
        this.system = system;
        run(
                """
                insert into programmes (id, slug, title, events, newsletter)
                values ('%1$s', 'benchmark', '{"es": "Rumbo a PERUMIN, Edición Bicentenario"}', '{}',
                    '{"name": "Boletín minero", "acknowledgement": {"es": "De acuerdo."}}')
                """
                        .formatted(programme));
    }

    UUID programme() {
        return programme;
    }

    /// Others than before, so that the sink can tell a second copy from another's.
    void replace(int number) throws SQLException {
        run("delete from subscriptions where programme_id = '%s'".formatted(programme));
        run(
                String.format(
                        Locale.ROOT,
                        """
                        insert into subscriptions (id, programme_id, address, language, time_zone, state,
                            unsubscribe_token, asked_at, confirmed_at)
                        select uuidv7(), '%1$s', gen_random_uuid() || '@example.org', 'es', 'America/Lima',
                            'confirmed', md5(random()::text) || md5(random()::text),
                            now() - interval '2 days', now() - interval '2 days'
                        from generate_series(1, %2$d)
                        """,
                        programme,
                        number));
        run("vacuum analyze subscriptions");
    }

    /// Until everything about it is written down and published.
    void awaitFinished(UUID campaign, int sent, Duration patience) throws SQLException {
        var until = System.nanoTime() + patience.toNanos();
        while (number(
                                """
                                select count(*) from campaigns where id = '%s' and state = 'finished'
                                """
                                        .formatted(campaign))
                        == 0
                || number("select count(*) from outbox_messages where published_at is null") > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the campaign has not ended");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        var logged =
                number(
                        "select count(*) from ended_deliveries where about[1] = '%s' and state = 'sent'"
                                .formatted(campaign));
        if (logged != sent) {
            throw new IllegalStateException(logged + " of " + sent + " are written down as sent");
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = system.database();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = system.database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
