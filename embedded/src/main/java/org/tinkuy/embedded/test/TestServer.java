package org.tinkuy.embedded.test;

/// A server that a test may take away and give back: same port, same data. Only embedded servers
/// can: ask [TestServers#areRestartable()] first (as an assumption).
public interface TestServer {

    /// Returns when it takes requests.
    void start();

    /// An orderly stop.
    void stop();

    /// What `kill -9` does.
    void kill();
}
