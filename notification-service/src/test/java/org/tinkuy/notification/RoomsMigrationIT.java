package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;

/// A database of the version before, in the middle of its work, goes on as if nothing had happened.
class RoomsMigrationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase address = TestServers.postgres().newDatabase();
    private Connection database;

    @BeforeEach
    void aDatabaseInTheMiddleOfItsWork() throws Exception {
        migrateTo("4");
        database =
                DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var start =
                Clock.systemUTC()
                        .instant()
                        .plus(Duration.ofMinutes(61))
                        .truncatedTo(ChronoUnit.MINUTES);
        try (var seed = RoomsMigrationIT.class.getResourceAsStream("/migration/before-rooms.sql")) {
            execute(
                    new String(seed.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${start}", start.toString())
                            .replace("${epoch}", Long.toString(start.getEpochSecond()))
                            .replace(
                                    "${date}",
                                    LocalDate.ofInstant(start, ZoneOffset.UTC).toString())
                            .replace(
                                    "${time}",
                                    LocalTime.ofInstant(start, ZoneOffset.UTC).toString()));
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void keepsEverythingThatWasThere() throws Exception {
        var before = states("select state, count(*) from delivery group by state");
        migrateTo("5");

        assertThat(states("select state, count(*) from all_deliveries group by state"))
                .isEqualTo(before);
        assertThat(
                        states(
                                "select state, count(*) from all_deliveries where ended_at is null group by state"))
                .containsExactlyInAnyOrder(
                        "waiting 1", "ready 3", "paused 2", "claimed 1", "sending 1");
        assertThat(states("select state, sum(copies) from delivery_counts group by state"))
                .isEqualTo(states("select state, count(*) from ended_deliveries group by state"))
                .containsExactlyInAnyOrder("sent 6", "failed 1", "expired 1", "unknown 1");
        assertThat(
                        states(
                                "select kind || ' ' || state, copies from delivery_counts"
                                        + " where about = '00000000-0000-7000-8000-00000000c001'"))
                .containsExactlyInAnyOrder(
                        "campaign sent 2", "campaign failed 1", "campaign unknown 1");
        assertThat(count("select count(*) from ended_deliveries_other")).isZero();
        assertThat(count("select count(*) from delivery_keys"))
                .isEqualTo(count("select count(*) from all_deliveries"));
        assertThat(count("select count(*) from all_deliveries where channel = 'mail'"))
                .isEqualTo(count("select count(*) from all_deliveries"));
        assertThat(
                        count(
                                "select count(*) from notice_parts n"
                                        + " join all_deliveries d on d.dedupe_key = n.act"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "select count(*) from codes c"
                                        + " join deliveries d on d.about[1] = c.challenge_id"))
                .isEqualTo(1);
        assertThat(
                        states(
                                "select split_part(dedupe_key, '/', 2), 1 from all_deliveries"
                                        + " where kind = 'campaign-test'"))
                .containsExactly("qu 1");
        assertThat(count("select count(*) from subscriptions")).isEqualTo(10);
        assertThat(count("select count(*) from subscription_requests")).isEqualTo(1);
        assertThat(count("select count(*) from consents")).isEqualTo(1);
        assertThat(count("select count(*) from registrations")).isEqualTo(6);
        assertThat(count("select count(*) from recipients")).isEqualTo(6);
        assertThat(count("select count(*) from suppressions")).isEqualTo(1);
        assertThat(states("select state, count(*) from campaigns group by state"))
                .containsExactlyInAnyOrder("sending 1", "paused 1");
    }

    /// The service fans out by itself; nothing is sent, so that what it makes can be counted.
    @Test
    void goesOnWithoutASecondCopyToAnybody() throws Exception {
        try (var service =
                new SpringApplicationBuilder(NotificationServiceApplication.class)
                        .run(
                                "--server.port=0",
                                "--TINKUY_DATABASE=" + address.address(),
                                "--TINKUY_DATABASE_USER=" + address.user(),
                                "--TINKUY_DATABASE_PASSWORD=" + address.password(),
                                "--TINKUY_KAFKA=" + TestServers.kafka().bootstrapServers(),
                                "--TINKUY_SIGN_IN_SECRET=a secret of at least thirty-two characters",
                                "--TINKUY_SMTP_CONNECTIONS=0")) {
            await().atMost(PATIENCE)
                    .until(() ->
                            count(
                                                    "select count(*) from reminders"
                                                            + " where kind = 'reminder-1h' and done_at is null")
                                            == 0
                                    && count(
                                                    "select count(*) from campaigns"
                                                            + " where state = 'sending'"
                                                            + " and not complete")
                                            == 0);
            assertThat(service.isRunning()).isTrue();
        }

        assertThat(count("select count(*) from all_deliveries where kind = 'reminder-1h'"))
                .isEqualTo(6);
        assertThat(
                        count(
                                "select count(distinct recipient_id) from all_deliveries"
                                        + " where kind = 'reminder-1h'"))
                .isEqualTo(6);
        assertThat(
                        count(
                                "select count(*) from all_deliveries where kind = 'campaign'"
                                        + " and about[1] = '00000000-0000-7000-8000-00000000c001'"))
                .isEqualTo(10);
        assertThat(
                        count(
                                "select count(distinct recipient_id) from all_deliveries"
                                        + " where kind = 'campaign'"
                                        + " and about[1] = '00000000-0000-7000-8000-00000000c001'"))
                .isEqualTo(10);
        assertThat(
                        count(
                                "select count(*) from deliveries where kind = 'campaign'"
                                        + " and about[1] = '00000000-0000-7000-8000-00000000c002'"
                                        + " and state = 'paused'"))
                .isEqualTo(2);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> states(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql + " order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getLong(2));
            }
        }
        return found;
    }
}
