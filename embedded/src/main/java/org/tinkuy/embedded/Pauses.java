package org.tinkuy.embedded;

/// Waiting for another process, which can only be asked.
final class Pauses {

    private Pauses() {}

    static void brief() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }
}
