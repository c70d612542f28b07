package org.tinkuy.notification.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.embedded.test.TestServers;

class MonthlyLogIT {

    private static final Duration KEPT = Duration.ofDays(60);
    private static final Instant NOW = Instant.parse("2044-03-15T12:00:00Z");

    private DatabaseClient database;
    private MonthlyLog log;

    @BeforeEach
    void anEmptyLog() {
        var address = TestServers.postgres().newDatabase();
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database =
                DatabaseClient.create(
                        ConnectionFactories.get(
                                ConnectionFactoryOptions.parse(address.r2dbcUrl())
                                        .mutate()
                                        .option(ConnectionFactoryOptions.USER, address.user())
                                        .option(
                                                ConnectionFactoryOptions.PASSWORD,
                                                address.password())
                                        .build()));
        log = new MonthlyLog(database, "later_facts", "at", KEPT);
    }

    @Test
    void makesMonthsAheadAndDropsThoseThatAreOld() {
        round(NOW.minus(Duration.ofDays(90)));
        assertThat(months()).contains("later_facts_2043_12", "later_facts_2044_02");
        happened("2043-12-31T23:59:59Z");
        happened("2044-01-10T00:00:00Z");

        round(NOW);

        assertThat(months())
                .contains("later_facts_2044_01", "later_facts_2044_05")
                .doesNotContain("later_facts_2043_12", "later_facts_2026_11");
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void removesWhatNoMonthWasMadeForAsWell() {
        happened("2040-01-01T00:00:00Z");
        happened("2044-02-20T00:00:00Z");

        assertThat(round(NOW.plus(Duration.ofDays(90)))).isEqualTo(2);
        assertThat(facts()).isZero();
    }

    private long round(Instant now) {
        return Objects.requireNonNull(log.remove(now.minus(KEPT), 1000).block());
    }

    private void happened(String at) {
        database.sql(
                        "insert into later_facts (delivery_id, at, fact)"
                                + " values (gen_random_uuid(), cast(:at as timestamptz), 'retried')")
                .bind("at", at)
                .then()
                .block();
    }

    private long facts() {
        return Objects.requireNonNull(
                database.sql("select count(*) from later_facts")
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private List<String> months() {
        return Objects.requireNonNull(
                database.sql(
                                "select cast(inhrelid as regclass)::text from pg_inherits"
                                        + " where inhparent = 'later_facts'::regclass")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }
}
