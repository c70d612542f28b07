package org.tinkuy.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Reminders of one session, one for each of many people, as their fan-out leaves them.
final class DueReminders {

    private final MailSystem system;
    private final UUID programme = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    DueReminders(MailSystem system) throws SQLException {
        this.system = system;
        run(
                """
                insert into programmes (id, slug, title, events)
                values ('%1$s', 'benchmark', '{"es": "Rumbo a PERUMIN, Edición Bicentenario"}', '{}')
                """
                        .formatted(programme));
        run(
                """
                insert into sessions (id, programme_id, kind, date, starts, ends, time_zone, version)
                select '%2$s', '%1$s', 'plenary', cast(local as date), cast(local as time),
                    cast(local as time) + interval '2 hours', 'America/Lima', 1
                from (select date_trunc('hour', now() at time zone 'America/Lima')
                    + interval '23 hours' as local) t
                """
                        .formatted(programme, session));
        run(
                """
                insert into reminders (session_id, kind, starts_at, due_at, expires_at, lane, spread,
                    done_at)
                select id, 'reminder-24h', at, now(), at - interval '1 hour', 'reminders-24h',
                    interval '0', now()
                from (select id, (date + starts) at time zone time_zone as at from sessions
                    where id = '%s') s
                """
                        .formatted(session));
    }

    /// The rows, not due yet.
    void prepare(int mails) throws SQLException {
        run(
                String.format(
                        Locale.ROOT,
                        """
                        with person as (
                            insert into recipients (id, address, name, language, time_zone)
                            select id, id || '@example.org', 'Ana Quispe ' || n, 'es', 'America/Lima'
                            from (select gen_random_uuid() as id, n from generate_series(1, %3$d) n) p
                            returning id),
                        seat as (
                            insert into registrations (id, status, session_id, programme_id, recipient_id,
                                decided_at, known_since)
                            select gen_random_uuid(), 'confirmed', '%2$s', '%1$s', id,
                                now() - interval '2 days', now() - interval '2 days'
                            from person)
                        insert into deliveries (id, dedupe_key, kind, lane, channel, recipient_id, about,
                            programme_id, state, created_at, expires_at, next_attempt_at)
                        select uuidv7(), m.kind || '/' || m.session_id || '/'
                                || cast(extract(epoch from m.starts_at) as bigint) || '/' || p.id, m.kind,
                            m.lane, 'mail', p.id, array[m.session_id], '%1$s',
                            'paused', now(), m.expires_at, m.due_at
                        from person p, reminders m where m.session_id = '%2$s'
                        """,
                        programme,
                        session,
                        mails));
        run("vacuum analyze deliveries");
        run("analyze registrations");
        run("analyze recipients");
    }

    void release() throws SQLException {
        run("update deliveries set state = 'ready' where state = 'paused'");
    }

    void awaitSent(Duration patience) throws SQLException {
        var until = System.nanoTime() + patience.toNanos();
        while (open() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(open() + " deliveries have not ended");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /// The service plans the session's later reminders by itself.
    private long open() throws SQLException {
        try (var connection = system.database();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select count(*) from all_deliveries
                                        where kind = 'reminder-24h' and state <> 'sent'
                                        """)) {
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
