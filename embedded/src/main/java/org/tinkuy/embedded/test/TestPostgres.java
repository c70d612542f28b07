package org.tinkuy.embedded.test;

/// The PostgreSQL of this JVM's tests.
public interface TestPostgres extends TestServer {

    /// Empty, with an owner that is no superuser.
    TestDatabase newDatabase();
}
