package org.tinkuy.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/// Looks for words in everything that a service's database holds: what nobody thought of is found,
/// too.
public final class KeptWords {

    private final Environment environment;

    /// @param environment of the service under test, which says where its database is
    public KeptWords(Environment environment) {
        this.environment = environment;
    }

    /// @return the tables with a row that has the words in any column, in whatever case
    public List<String> tablesWith(String words) {
        try (var connection =
                DriverManager.getConnection(
                        "jdbc:" + environment.getRequiredProperty("TINKUY_DATABASE"),
                        environment.getRequiredProperty("TINKUY_DATABASE_USER"),
                        environment.getRequiredProperty("TINKUY_DATABASE_PASSWORD"))) {
            var found = new ArrayList<String>();
            for (var table : tables(connection)) {
                if (has(connection, table, words)) {
                    found.add(table);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Those that are partitioned with all their partitions.
    private static List<String> tables(Connection connection) throws SQLException {
        var tables =
                """
                select c.oid::regclass::text from pg_class c
                where c.relkind in ('r', 'p') and not c.relispartition
                    and c.relnamespace = 'public'::regnamespace
                order by 1
                """;
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(tables)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean has(Connection connection, String table, String words)
            throws SQLException {
        var search =
                "select exists (select from %s kept where position(lower(?) in lower(kept::text)) > 0)"
                        .formatted(table);
        try (var statement = connection.prepareStatement(search)) {
            statement.setString(1, words);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
