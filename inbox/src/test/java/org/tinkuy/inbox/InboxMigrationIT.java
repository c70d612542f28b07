package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;

/// An installation whose inbox came with its outbox keeps what it noted.
class InboxMigrationIT {

    private static final MigrationVersion BEFORE = MigrationVersion.fromVersion("1");

    private final TestDatabase database = TestServers.postgres().newDatabase();
    private final DriverManagerDataSource connections =
            new DriverManagerDataSource(
                    "jdbc:" + database.address(), database.user(), database.password());
    private final JdbcClient client = JdbcClient.create(connections);

    @BeforeEach
    void migrateToTheVersionBefore() {
        migrate("outbox", BEFORE);
    }

    @Test
    void keepsNotesAndSettledLetters() {
        var event = UUID.randomUUID();
        var letter = UUID.randomUUID();
        client.sql("insert into inbox_message (consumer, event_id) values ('sign-ins', ?)")
                .param(event)
                .update();
        client.sql("insert into inbox_version values ('sessions', 'sessions', 'cacao', 7)")
                .update();
        client.sql("insert into inbox_settled_letter (letter) values (?)").param(letter).update();

        migrateToThisVersion();

        assertThat(client.sql("select event_id from inbox_messages").query(UUID.class).single())
                .isEqualTo(event);
        assertThat(client.sql("select sequence from inbox_versions").query(Long.class).single())
                .isEqualTo(7);
        assertThat(
                        client.sql("select letter from inbox_settled_letters")
                                .query(UUID.class)
                                .single())
                .isEqualTo(letter);
    }

    @Test
    void makesItsTablesWhereNothingWasNotedYet() {
        migrateToThisVersion();
        assertThat(
                        client.sql(
                                        """
                                        select table_name from information_schema.tables
                                        where table_name like 'inbox%' order by table_name
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "inbox_data_letters",
                        "inbox_messages",
                        "inbox_schema_history",
                        "inbox_settled_letters",
                        "inbox_versions");
    }

    private void migrateToThisVersion() {
        migrate("outbox", MigrationVersion.LATEST);
        migrate("inbox", MigrationVersion.LATEST);
    }

    private void migrate(String part, MigrationVersion target) {
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/" + part)
                .table(part + "_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(target)
                .load()
                .migrate();
    }
}
