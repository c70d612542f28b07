package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.Outcome.Standing;
import org.tinkuy.registration.registration.RegistrationLists;
import org.tinkuy.registration.registration.Session;
import org.tinkuy.registration.registration.SessionId;
import reactor.core.publisher.Flux;

@Component
class PostgresRegistrationLists implements RegistrationLists {

    private static final String SELECT =
            "SELECT r.*, " + PostgresRegistrations.AHEAD + " FROM registrations r ";

    private static final String PAGE =
            SELECT
                    + """
                    WHERE (:programme::uuid IS NULL OR r.programme_id = :programme)
                      AND (:session::uuid IS NULL OR r.session_id = :session)
                      AND (:status::text IS NULL OR r.status = :status)
                      AND (:after::uuid IS NULL OR r.id > :after)
                    ORDER BY r.id
                    LIMIT :limit
                    """;

    /// One pass over each waiting list instead of one count per row.
    private static final String EVERYTHING =
            """
            SELECT r.*, CASE WHEN r.status = 'waitlisted' THEN
                count(*) FILTER (WHERE r.status = 'waitlisted')
                    OVER (PARTITION BY r.session_id ORDER BY r.waiting_order) - 1
                END AS ahead
            FROM registrations r
            """;

    private static final int ROWS_AT_A_TIME = 1_000;

    private final DatabaseClient database;

    PostgresRegistrationLists(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Standing> page(Page page) {
        var sql = database.sql(PAGE).bind("limit", page.limit());
        sql = uuid(sql, "programme", page.programme() == null ? null : page.programme().value());
        sql = uuid(sql, "session", page.session() == null ? null : page.session().value());
        sql = uuid(sql, "after", page.after() == null ? null : page.after().value());
        sql =
                page.status() == null
                        ? sql.bindNull("status", String.class)
                        : sql.bind("status", page.status());
        return sql.map(PostgresRegistrationLists::standing).all();
    }

    private static DatabaseClient.GenericExecuteSpec uuid(
            DatabaseClient.GenericExecuteSpec sql, String name, @Nullable UUID value) {
        return value == null ? sql.bindNull(name, UUID.class) : sql.bind(name, value);
    }

    @Override
    public Flux<Standing> of(AttendeeId attendee) {
        return database.sql(
                        SELECT + "WHERE r.attendee_id = :attendee ORDER BY r.requested_at, r.id")
                .bind("attendee", attendee.value())
                .map(PostgresRegistrationLists::standing)
                .all();
    }

    @Override
    public Flux<Standing> everything() {
        return database.sql(EVERYTHING)
                .filter(statement -> statement.fetchSize(ROWS_AT_A_TIME))
                .map(PostgresRegistrationLists::standing)
                .all();
    }

    @Override
    public Flux<Session> sessions(Collection<SessionId> ids) {
        return database.sql(
                        """
                        SELECT * FROM sessions
                        WHERE id = ANY(:ids) AND presence = 'published' ORDER BY id
                        """)
                .bind("ids", uuids(ids, SessionId::value))
                .map(PostgresSessions::session)
                .all();
    }

    private static Standing standing(Readable row) {
        var ahead = row.get("ahead", Long.class);
        return new Standing(RegistrationRow.read(row), ahead == null ? null : ahead.intValue() + 1);
    }
}
