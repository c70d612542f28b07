package org.tinkuy.outbox;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.embedded.test.TestServers;

/// A database with the outbox's tables and nothing else.
final class OutboxDatabase implements AutoCloseable {

    private final ConnectionPool pool;
    private final DatabaseClient client;

    OutboxDatabase() {
        var database = TestServers.postgres().newDatabase();
        Flyway.configure()
                .dataSource("jdbc:" + database.address(), database.user(), database.password())
                .locations("classpath:db/outbox")
                .load()
                .migrate();
        var options =
                ConnectionFactoryOptions.parse("r2dbc:" + database.address())
                        .mutate()
                        .option(ConnectionFactoryOptions.USER, database.user())
                        .option(ConnectionFactoryOptions.PASSWORD, database.password())
                        .build();
        pool =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                                .maxSize(5)
                                .build());
        client = DatabaseClient.create(pool);
    }

    DatabaseClient client() {
        return client;
    }

    void append(boolean republished, OutboxMessage... messages) {
        var topics =
                Stream.of(messages)
                        .map(OutboxMessage::topic)
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        topic -> topic,
                                        _ ->
                                                new OutboxProperties.Topic(
                                                        OutboxProperties.Cleanup.COMPACT,
                                                        null,
                                                        null,
                                                        null,
                                                        null)));
        append(topics, republished, messages);
    }

    void append(
            Map<String, OutboxProperties.Topic> topics,
            boolean republished,
            OutboxMessage... messages) {
        new PostgresOutbox(client, topics, () -> {})
                .append(List.of(messages), republished)
                .as(TransactionalOperator.create(new R2dbcTransactionManager(pool))::transactional)
                .block(Stands.PATIENCE);
    }

    void execute(String sql) {
        client.sql(sql).fetch().rowsUpdated().block(Stands.PATIENCE);
    }

    /// Moves what was appended into the partition of some days ago.
    void ageBy(int days) {
        execute(
                String.format(
                        Locale.ROOT,
                        """
                        do $$
                        declare day date := (clock_timestamp() at time zone 'UTC')::date - %d;
                        begin
                            execute format(
                                'create table %%I partition of outbox_messages for values from (%%L) to (%%L)',
                                'outbox_messages_' || to_char(day, 'YYYYMMDD'),
                                day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
                        end $$
                        """,
                        days));
        execute(
                "update outbox_messages set appended_at = ((clock_timestamp() at time zone 'UTC')::date - "
                        + days
                        + ")::timestamp at time zone 'UTC'");
    }

    long partitions() {
        return Objects.requireNonNull(
                client.sql(
                                "select count(*) from pg_inherits"
                                        + " where inhparent = 'outbox_messages'::regclass")
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block(Stands.PATIENCE));
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
