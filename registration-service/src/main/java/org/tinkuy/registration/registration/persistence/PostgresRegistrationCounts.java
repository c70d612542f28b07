package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.RegistrationCounts;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;

@Component
class PostgresRegistrationCounts implements RegistrationCounts {

    /// What is asked for once more counts as cancelled until it is confirmed, though a seat may be
    /// held for it.
    private static final String SESSIONS =
            """
            select r.session_id, p.capacity,
                count(*) filter (where r.status = 'confirmed') as confirmed,
                count(*) filter (where r.status = 'pending' and r.seat = 'held') as held,
                count(*) filter (where r.status = 'pending' and r.cancelled_at is null) as pending,
                count(*) filter (where r.status = 'waitlisted') as waiting,
                count(*) filter (where r.cancelled_at is not null) as cancelled,
                count(*) filter (where r.status = 'lapsed' and r.cancelled_at is null) as lapsed
            from registrations r join pools p on p.id = r.pool_id
            where r.programme_id = :programme
            group by r.session_id, p.id
            order by r.session_id
            """;

    private static final String DAYS =
            """
            select day, sum(confirmed) as confirmed, sum(cancelled) as cancelled
            from (
                select (confirmed_at at time zone :clock)::date as day, 1 as confirmed, 0 as cancelled
                from registrations
                where programme_id = :programme and confirmed_at is not null
                union all
                select (cancelled_at at time zone :clock)::date, 0, 1
                from registrations
                where programme_id = :programme and confirmed_at is not null
                  and cancelled_at is not null)
            group by day
            order by day
            """;

    private final DatabaseClient database;

    PostgresRegistrationCounts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<OfSession> ofSessions(ProgrammeId programme) {
        return database.sql(SESSIONS)
                .bind("programme", programme.value())
                .map(PostgresRegistrationCounts::session)
                .all();
    }

    private static OfSession session(Readable row) {
        return new OfSession(
                new SessionId(required(row, "session_id", UUID.class)),
                row.get("capacity", Integer.class),
                number(row, "confirmed"),
                number(row, "held"),
                number(row, "pending"),
                number(row, "waiting"),
                number(row, "cancelled"),
                number(row, "lapsed"));
    }

    @Override
    public Flux<OfDay> ofDays(ProgrammeId programme, ZoneId clock) {
        return database.sql(DAYS)
                .bind("programme", programme.value())
                .bind("clock", clock.getId())
                .map(row ->
                        new OfDay(
                                required(row, "day", LocalDate.class),
                                number(row, "confirmed"),
                                number(row, "cancelled")))
                .all();
    }

    private static int number(Readable row, String column) {
        return Math.toIntExact(required(row, column, Long.class));
    }
}
