package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.tinkuy.endtoend.TinkuySystem;

/// What the migrations of a next version may do while instances of this one run, or are started
/// again: every table gets a column, every history a version that this one does not know.
final class NextVersion {

    private static final List<String> DATABASES =
            List.of("registration", "session", "notification");

    private NextVersion() {}

    static void expands(TinkuySystem system) throws IOException, SQLException {
        for (var name : DATABASES) {
            var database = Database.of(system, name);
            for (var table : tables(database)) {
                database.update(
                        table.endsWith("schema_history")
                                ? aVersionMore(table)
                                : "alter table " + table + " add column of_the_next_version text");
            }
        }
    }

    private static List<String> tables(Database database) throws SQLException {
        return database.list(
                """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace
                  and relkind in ('r', 'p') and not relispartition
                """,
                row -> row.getString(1));
    }

    private static String aVersionMore(String history) {
        return """
        insert into %s (installed_rank, version, description, type, script, checksum,
            installed_by, execution_time, success)
        select max(installed_rank) + 1, '900', 'of the next version', 'SQL',
            'V900__of_the_next_version.sql', 1, current_user, 1, true
        from %s
        """
                .formatted(history, history);
    }
}
