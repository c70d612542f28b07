package org.tinkuy.quickstart;

import java.nio.file.Path;
import org.tinkuy.embedded.EmbeddedPostgres;

record PostgresChild(EmbeddedPostgres server, Path log) implements Child {

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /// The next start finds and stops a server that was left, and more gently.
    @Override
    public long pid() {
        return -1;
    }
}
