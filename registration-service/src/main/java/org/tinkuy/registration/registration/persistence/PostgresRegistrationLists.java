package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.optional;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.RegistrationLists;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.Pool;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresRegistrationLists implements RegistrationLists {

    private static final String SELECT =
            "select r.*, " + PostgresRegistrations.AHEAD + " from registrations r ";

    /// The plan is made for what is asked: what is `null` is none of it.
    private static final String FILTER =
            """
            where (:programme::uuid is null or r.programme_id = :programme)
              and (:event::uuid is null or r.session_id in
                    (select id from sessions where event_id = :event))
              and (:session::uuid is null or r.session_id = :session)
              and (:words::text[] is null or r.attendee_id in
                    (select attendee_id from people_to_find where words like all (:words)))
            """;

    /// What is asked for once more is told as cancelled until it is confirmed.
    private static final String BY_ID =
            FILTER
                    + """
                      and (:status::text is null or :status =
                            case when r.cancelled_at is null then r.status else 'cancelled' end)
                      and (:after::uuid is null or r.id > :after)
                    order by r.id
                    limit :limit
                    """;

    private static final String PAGE = SELECT + BY_ID;

    private static final String PAGE_BY_ID = "select r.* from registrations r " + BY_ID;

    /// Who waits, in the order in which seats are handed on. Where the page before ended with
    /// somebody who has a seat by now, their list begins anew: shown twice is better than left out.
    private static final String WAITING =
            SELECT
                    + FILTER
                    + """
                      and r.status = :status
                      and (:after::uuid is null or (r.pool_id, r.waiting_order) >
                            (select last.pool_id, coalesce(last.waiting_order, 0)
                             from registrations last where last.id = :after))
                    order by r.pool_id, r.waiting_order
                    limit :limit
                    """;

    /// One pass over each waiting list instead of one count per row.
    private static final String EVERYTHING =
            """
            select r.*, case when r.status = 'waitlisted' then
                count(*) filter (where r.status = 'waitlisted')
                    over (partition by r.pool_id order by r.waiting_order) - 1
                end as ahead
            from registrations r
            """;

    private static final String WAITLISTED = "waitlisted";

    private static final int ROWS_AT_A_TIME = 1_000;

    private final DatabaseClient database;

    PostgresRegistrationLists(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Standing> page(Page page) {
        var order = WAITLISTED.equals(page.filter().status()) ? WAITING : PAGE;
        return asked(order, page).map(PostgresRegistrationLists::standing).all();
    }

    @Override
    public Flux<Registration> pageById(Page page) {
        return asked(PAGE_BY_ID, page).map(RegistrationRow::read).all();
    }

    private GenericExecuteSpec asked(String statement, Page page) {
        var filter = page.filter();
        var programme = filter.programme();
        var event = filter.event();
        var session = filter.session();
        var status = filter.status();
        var after = page.after();
        var sql = database.sql(statement).bind("limit", page.limit());
        sql = optional(sql, "programme", programme == null ? null : programme.value());
        sql = optional(sql, "event", event == null ? null : event.value());
        sql = optional(sql, "session", session == null ? null : session.value());
        sql = optional(sql, "after", after == null ? null : after.value());
        sql = status == null ? sql.bindNull("status", String.class) : sql.bind("status", status);
        return filter.words().isEmpty()
                ? sql.bindNull("words", String[].class)
                : sql.bind("words", patterns(filter.words()));
    }

    /// What `like` reads as anything is looked for as it is written.
    private static String[] patterns(List<String> words) {
        return words.stream()
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
    }

    @Override
    public Mono<Standing> one(RegistrationId id) {
        return database.sql(SELECT + "where r.id = :id")
                .bind("id", id.value())
                .map(PostgresRegistrationLists::standing)
                .one();
    }

    @Override
    public Flux<Standing> of(Collection<AttendeeId> attendees) {
        return database.sql(
                        SELECT
                                + "where r.attendee_id = any(:attendees)"
                                + " order by r.requested_at, r.id")
                .bind("attendees", uuids(attendees, AttendeeId::value))
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
    public Flux<Pool> pools(Collection<SessionId> sessions) {
        return database.sql(
                        """
                        select pools.*
                        from pools join sessions on sessions.id = pools.session_id
                        where sessions.id = any(:ids) and sessions.presence = 'published'
                        order by sessions.id
                        """)
                .bind("ids", uuids(sessions, SessionId::value))
                .map(PostgresPools::pool)
                .all();
    }

    private static Standing standing(Readable row) {
        var ahead = row.get("ahead", Long.class);
        return new Standing(RegistrationRow.read(row), ahead == null ? null : ahead.intValue() + 1);
    }
}
