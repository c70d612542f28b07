package org.tinkuy.embedded;

/// Waiting for another process, which can only be asked.
final class Pauses {

    private Pauses() {}

    /// Between looks at a file or a process.
    static void brief() {
        sleep(20);
    }

    /// Between attempts that cost a process each.
    static void longer() {
        sleep(500);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }
}
