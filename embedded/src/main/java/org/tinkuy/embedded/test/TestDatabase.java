package org.tinkuy.embedded.test;

/// A database of a test's own.
///
/// @param address as in `postgresql://127.0.0.1:5432/test_1`
public record TestDatabase(String address, String user, String password) {

    public String jdbcUrl() {
        return "jdbc:" + address;
    }

    public String r2dbcUrl() {
        return "r2dbc:" + address;
    }
}
