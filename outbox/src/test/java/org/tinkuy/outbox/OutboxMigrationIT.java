package org.tinkuy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;

/// The tables of an installation that exists become those of this version.
class OutboxMigrationIT {

    private static final List<String> INBOX =
            List.of("inbox_message", "inbox_version", "inbox_settled_letter");

    private final TestDatabase database = TestServers.postgres().newDatabase();
    private Connection connection;

    @BeforeEach
    void migrateToTheVersionBefore() throws SQLException {
        flyway("1").migrate();
        connection =
                DriverManager.getConnection(
                        "jdbc:" + database.address(), database.user(), database.password());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void keepsWhatWaitsAndWhatWasPublished() throws SQLException {
        execute(
                "insert into outbox_message (topic, key, type, subject, sequence, time, data, published_at)"
                        + " values ('stands', 'cacao', 'stand-published', 'cacao', 1, now(), '{}', now()),"
                        + " ('stands', 'cacao', 'stand-published', 'cacao', 2, now(), null, null)");
        execute(
                "insert into outbox_lease (name, holder, expires_at) values ('relay', uuidv7(), now())");

        flyway("latest").migrate();

        assertThat(texts("select sequence from outbox_messages order by position"))
                .containsExactly("1", "2");
        assertThat(texts("select sequence from outbox_messages where published_at is null"))
                .containsExactly("2");
        assertThat(texts("select name from outbox_leases")).containsExactly("relay");
        assertThat(
                        texts(
                                "select count(*) from pg_inherits where inhparent = 'outbox_messages'::regclass"))
                .containsExactly("9");
        execute("select outbox_partitions(interval '72 hours')");
        assertThat(
                        texts(
                                "select count(*) from pg_inherits where inhparent = 'outbox_messages'::regclass"))
                .containsExactly("9");
    }

    @Test
    void leavesTheInboxWhatItHolds() throws SQLException {
        execute("insert into inbox_version values ('follow-stands', 'stands', 'cacao', 3)");
        flyway("latest").migrate();
        assertThat(texts("select sequence from inbox_version")).containsExactly("3");
        assertThat(existing()).containsExactlyElementsOf(INBOX);
    }

    @Test
    void removesTablesOfAnInboxThatIsNotThere() throws SQLException {
        flyway("latest").migrate();
        assertThat(existing()).isEmpty();
    }

    private List<String> existing() throws SQLException {
        var found = new ArrayList<String>();
        for (var table : INBOX) {
            if (!texts("select to_regclass('" + table + "')").contains("null")) {
                found.add(table);
            }
        }
        return found;
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource("jdbc:" + database.address(), database.user(), database.password())
                .locations("classpath:db/outbox")
                .table("outbox_schema_history")
                .target(MigrationVersion.fromVersion(target))
                .load();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }
}
