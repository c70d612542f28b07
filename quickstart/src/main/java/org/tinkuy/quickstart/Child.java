package org.tinkuy.quickstart;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// A process that the quickstart keeps running.
interface Child {

    String name();

    /// Returns when the process runs; servers return when they are ready.
    void start();

    /// An orderly stop; returns when the process has ended.
    void stop();

    boolean isRunning();

    Path log();

    /// How the process ended, where that is known: 137 is `kill -9`.
    default OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    /// What it said when it ended because its settings cannot be: to start it again is of no use.
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /// Of the process that the next start has to end if this program could not; -1: none.
    long pid();
}
