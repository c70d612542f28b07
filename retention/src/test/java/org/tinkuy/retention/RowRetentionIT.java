package org.tinkuy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.embedded.test.TestServers;
import reactor.core.publisher.Mono;

class RowRetentionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private ConnectionFactory connections;
    private DatabaseClient database;
    private Retention visits;

    @BeforeEach
    void tenVisitsOneEachHourBeforeNoon() {
        var address = TestServers.postgres().newDatabase();
        connections =
                ConnectionFactories.get(
                        ConnectionFactoryOptions.parse("r2dbc:" + address.address())
                                .mutate()
                                .option(ConnectionFactoryOptions.USER, address.user())
                                .option(ConnectionFactoryOptions.PASSWORD, address.password())
                                .build());
        database = DatabaseClient.create(connections);
        execute("create table visits (number int, ended_at timestamptz)");
        execute(
                "insert into visits select n, timestamptz '2027-03-01 12:00Z' - make_interval(hours => n)"
                        + " from generate_series(1, 10) n");
        visits = Retention.ofRows(database, "visits", Duration.ofHours(4), "ended_at < :limit");
    }

    @Test
    void removesWhatIsOlderAndNothingElse() {
        assertThat(visits.remove(NOON.minus(visits.keep()), 100).block(PATIENCE)).isEqualTo(6);

        assertThat(left()).isEqualTo(4);
        assertThat(visits.remove(NOON.minus(visits.keep()), 100).block(PATIENCE)).isZero();
    }

    @Test
    void takesNoMoreThanAPage() {
        assertThat(visits.remove(NOON, 3).block(PATIENCE)).isEqualTo(3);

        assertThat(left()).isEqualTo(7);
    }

    @Test
    void leavesWhatSomebodyHolds() {
        var removed =
                database.sql("select number from visits where number = 10 for update")
                        .fetch()
                        .all()
                        .then(Mono.fromFuture(() -> visits.remove(NOON, 100).toFuture()))
                        .as(
                                TransactionalOperator.create(
                                                new R2dbcTransactionManager(connections))
                                        ::transactional)
                        .block(PATIENCE);

        assertThat(removed).isEqualTo(9);
        assertThat(left()).isEqualTo(1);
    }

    private long left() {
        return Objects.requireNonNull(
                database.sql("select count(*) from visits")
                        .mapValue(Long.class)
                        .one()
                        .block(PATIENCE));
    }

    private void execute(String sql) {
        database.sql(sql).fetch().rowsUpdated().block(PATIENCE);
    }
}
