package org.tinkuy.embedded.test;

final class NotRestartable {

    private NotRestartable() {}

    static UnsupportedOperationException because() {
        return new UnsupportedOperationException(
                "a container does not keep its port: assume TestServers.areRestartable() first");
    }
}
