package org.tinkuy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;

/// The tables of an installation that exists become those of this version.
class OutboxMigrationIT {

    private static final List<String> INBOX =
            List.of("inbox_message", "inbox_version", "inbox_settled_letter");

    private final TestDatabase database = TestServers.postgres().newDatabase();
    private final DriverManagerDataSource connections =
            new DriverManagerDataSource(
                    "jdbc:" + database.address(), database.user(), database.password());
    private final JdbcClient client = JdbcClient.create(connections);

    @BeforeEach
    void migrateToTheVersionBefore() {
        flyway("1").migrate();
    }

    @Test
    void keepsWhatWaitsAndWhatWasPublished() {
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
        texts("select outbox_partitions(interval '72 hours')::text");
        assertThat(
                        texts(
                                "select count(*) from pg_inherits where inhparent = 'outbox_messages'::regclass"))
                .containsExactly("9");
    }

    @Test
    void leavesTheInboxWhatItHolds() {
        execute("insert into inbox_version values ('follow-stands', 'stands', 'cacao', 3)");
        flyway("latest").migrate();
        assertThat(texts("select sequence from inbox_version")).containsExactly("3");
        assertThat(existing()).containsExactlyElementsOf(INBOX);
    }

    @Test
    void removesTablesOfAnInboxThatIsNotThere() {
        flyway("latest").migrate();
        assertThat(existing()).isEmpty();
    }

    private List<String> existing() {
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
                .dataSource(connections)
                .locations("classpath:db/outbox")
                .table("outbox_schema_history")
                .target(MigrationVersion.fromVersion(target))
                .load();
    }

    private void execute(String sql) {
        client.sql(sql).update();
    }

    private List<String> texts(String sql) {
        return client.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }
}
