package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinkuy.endtoend.TinkuySystem;

/// One service's database, asked as its owner. Every question opens a connection of its own: the
/// server may have been killed since the last one.
record Database(String url, String user, String password) {

    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Database of(TinkuySystem system, String name) throws IOException {
        return new Database(
                String.format(
                        Locale.ROOT,
                        "jdbc:postgresql://127.0.0.1:%d/%s",
                        system.port("TINKUY_POSTGRES_PORT"),
                        name),
                name,
                Files.readString(system.data().resolve("secrets/database-" + name)).strip());
    }

    <T> List<T> list(String query, Row<T> row, Object... parameters) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        }
    }

    long count(String query, Object... parameters) throws SQLException {
        return list(query, row -> row.getLong(1), parameters).getFirst();
    }

    int update(String statement, Object... parameters) throws SQLException {
        try (var connection = connect();
                var prepared = connection.prepareStatement(statement)) {
            for (var i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return prepared.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
