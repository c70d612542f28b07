package org.tinkuy.registration.registration.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.registration.identity.PersonKey;

/// A database of the version before pools keeps every registration and every counter.
class PoolsMigrationIT {

    private static final String BEFORE =
            """
            insert into sessions (id, programme_id, admission, capacity, seat_limit, ends_at, taken,
                waiting, last_order, presence)
            values
                ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'open', 1, 2, null,
                    2, 1, 7, 'published'),
                ('00000000-0000-7000-8000-000000000002', gen_random_uuid(), 'invitation', null, null,
                    '2026-12-01T00:00:00Z', 0, 0, 0, 'cancelled'),
                ('00000000-0000-7000-8000-000000000003', gen_random_uuid(), 'open', 0, 0, null,
                    0, 0, 0, 'withdrawn');
            insert into registrations (id, session_id, programme_id, attendee_id, version, status,
                seat, held_until, requested_at, confirmed_at, waitlisted_at, waiting_order,
                cancelled_at, reason)
            values
                ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001',
                    gen_random_uuid(), gen_random_uuid(), 1, 'pending', 'held', now(), now(), null,
                    null, null, null, null),
                ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000001',
                    gen_random_uuid(), gen_random_uuid(), 2, 'confirmed', null, null, now(), now(),
                    null, null, null, null),
                ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000001',
                    gen_random_uuid(), gen_random_uuid(), 1, 'waitlisted', null, null, now(), null,
                    now(), 7, null, null),
                ('00000000-0000-7000-8000-000000000014', '00000000-0000-7000-8000-000000000002',
                    gen_random_uuid(), gen_random_uuid(), 3, 'cancelled', null, null, now(), now(),
                    null, null, now(), 'session-cancelled'),
                ('00000000-0000-7000-8000-000000000015', '00000000-0000-7000-8000-000000000002',
                    gen_random_uuid(), gen_random_uuid(), 2, 'cancelled', null, null, now(), null,
                    null, null, '2026-11-22T15:10:00Z', 'hold-expired');
            insert into attendees (id, address, name, language, version, recorded_at) values
                ('00000000-0000-7000-8000-000000000021', 'jose@example.org', ' José  PEÑA', 'es', 1,
                    now());
            insert into confirmations_due (attendee_id, recorded_at)
            select attendee_id, now() from registrations where status in ('pending', 'confirmed');
            """;

    private static final String REGISTRATIONS =
            """
            select id, session_id, attendee_id, version, status, seat, held_until, requested_at,
                confirmed_at, waitlisted_at, waiting_order, cancelled_at, reason
            from registrations order by id
            """;

    private static final String POOLS =
            """
            select right(session_id::text, 1), capacity, seat_limit, taken, waiting, last_order
            from pools order by session_id
            """;

    private static final String MOVE_TO_ANOTHER_SESSION =
            """
            update registrations set session_id = '00000000-0000-7000-8000-000000000002'
            where status = 'waitlisted'
            """;

    private static final String ANOTHER_OF_THE_SAME_PERSON =
            """
            insert into registrations (id, session_id, pool_id, programme_id, attendee_id, version,
                status, requested_at, confirmed_at)
            select gen_random_uuid(), session_id, pool_id, programme_id, attendee_id, 1,
                'confirmed', now(), now()
            from registrations where status = 'pending'
            """;

    private static final EmailAddress ADDRESS = new EmailAddress("jose@example.org");

    private static final String LAPSED =
            """
            select status, seat, cancelled_at, reason from registrations
            where lapsed_at = '2026-11-22T15:10:00Z'
            """;

    /// Of what was proven, what is pending.
    private static final String STILL_TO_CONFIRM =
            """
            select count(*) from confirmations_due due
            join registrations r on r.attendee_id = due.attendee_id
                and due.session_ids = array[r.session_id]
            """;

    private static final String SESSIONS =
            "select right(id::text, 1), admission, presence from sessions order by id";

    @Test
    void keepsEveryRegistrationAndEveryCounter() throws SQLException {
        var database = TestServers.postgres().newDatabase();
        var address = "jdbc:" + database.address();
        migrate(address, database.user(), database.password(), "21");
        try (var connection =
                DriverManager.getConnection(address, database.user(), database.password())) {
            execute(connection, BEFORE);
            var before = rows(connection, REGISTRATIONS);

            migrate(address, database.user(), database.password(), "30");

            assertThat(rows(connection, REGISTRATIONS)).hasSize(5).isEqualTo(before);
            assertThat(rows(connection, POOLS))
                    .containsExactly("1 1 2 2 1 7", "2 null null 0 0 0", "3 0 0 0 0 0");
            assertThat(rows(connection, SESSIONS))
                    .containsExactly(
                            "1 open published", "2 invitation cancelled", "3 open withdrawn");
            refuses(connection, "update pools set taken = 3 where taken = 2");
            refuses(connection, MOVE_TO_ANOTHER_SESSION);
            refuses(connection, ANOTHER_OF_THE_SAME_PERSON);

            migrate(address, database.user(), database.password(), "41");

            assertThat(rows(connection, audit())).isEmpty();
            assertThat(rows(connection, LAPSED)).containsExactly("lapsed held null null");
            assertThat(rows(connection, "select name_key from attendees"))
                    .containsExactly(PersonKey.of(ADDRESS, " José  PEÑA").name());
            assertThat(rows(connection, STILL_TO_CONFIRM)).containsExactly("1");
        }
    }

    private static void migrate(String address, String user, String password, String version) {
        Flyway.configure()
                .dataSource(address, user, password)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refuses(Connection connection, String sql) {
        assertThatThrownBy(() -> execute(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).startsWith("23"));
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var columns = new ArrayList<String>();
                for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(found.getString(column)));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }

    private static String audit() {
        try {
            return new ClassPathResource("db/audit/seats.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
