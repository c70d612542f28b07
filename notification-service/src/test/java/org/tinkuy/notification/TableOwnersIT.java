package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;

/// A feature's tables are its own, also in the database: what classes name is seen by
/// `ArchitectureTests`.
class TableOwnersIT {

    private static final Map<String, Set<String>> TABLES =
            Map.of(
                    "people",
                    Set.of("programmes", "sessions", "recipients", "registrations"),
                    "delivery",
                    Set.of(
                            "deliveries",
                            "ended_deliveries",
                            "ended_deliveries_other",
                            "all_deliveries",
                            "begun",
                            "delivery_keys",
                            "delivery_counts",
                            "later_facts",
                            "later_facts_other",
                            "refusals",
                            "suppressions",
                            "workers"),
                    "notice",
                    Set.of("notice_parts", "codes"),
                    "publication",
                    Set.of("refused_publications"),
                    "staff",
                    Set.of("staff_invitations"),
                    "reminder",
                    Set.of(
                            "reminders",
                            "announcements",
                            "reschedule_notices",
                            "cancelled_sessions",
                            "lost_seats"),
                    "newsletter",
                    Set.of("subscriptions", "subscription_requests", "consents", "campaigns"));

    private static final Pattern TABLE_IN_SQL =
            Pattern.compile("\\b(?:from|join|into|update|using|table|truncate|,)\\s+([a-z_]+)\\b");

    private static TestDatabase database;

    @BeforeAll
    static void everyTable() {
        database = TestServers.postgres().newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /// Whoever adds one says whose it is.
    @Test
    void everyTableHasAnOwner() throws SQLException {
        var owned = TABLES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(
                        query(
                                """
                                select relname from pg_class
                                where relnamespace = 'public'::regnamespace
                                  and relkind in ('r', 'p', 'v')
                                  and relname <> 'flyway_schema_history'
                                  and relname !~ '_[0-9]{4}_[0-9]{2}$'
                                """))
                .containsExactlyInAnyOrderElementsOf(owned);
    }

    @Test
    void saysOfEveryTableHowLongItsRowsStay() throws IOException {
        var list = Files.readString(Path.of("../docs/retention.md"));
        var ours = list.substring(list.indexOf("## notification-service"));
        assertThat(TABLES.values().stream().flatMap(Set::stream))
                .filteredOn(table -> !table.equals("all_deliveries"))
                .allSatisfy(table ->
                        assertThat(ours.substring(0, ours.indexOf("\n## ")))
                                .contains("`" + table + "`"));
    }

    @Test
    void noFunctionReadsTablesOfTwo() throws SQLException {
        for (var source :
                query(
                        """
                        select prosrc from pg_proc
                        where pronamespace = 'public'::regnamespace and prolang <> 12
                        """)) {
            assertThat(owners(tables(source))).as(source).hasSizeLessThan(2);
        }
    }

    @Test
    void noForeignKeyLeadsToAnother() throws SQLException {
        for (var pair :
                query(
                        """
                        select conrelid::regclass || ' ' || confrelid::regclass
                        from pg_constraint where contype = 'f'
                        """)) {
            assertThat(owners(Set.of(pair.split(" ")))).as(pair).hasSize(1);
        }
    }

    private static Set<String> owners(Set<String> tables) {
        return TABLES.entrySet().stream()
                .filter(feature -> feature.getValue().stream().anyMatch(tables::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> tables(String sql) {
        return TABLE_IN_SQL
                .matcher(sql)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> query(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(Objects.requireNonNull(rows.getString(1)));
            }
            return found;
        }
    }
}
