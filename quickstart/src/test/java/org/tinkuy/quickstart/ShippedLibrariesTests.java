package org.tinkuy.quickstart;

import org.tinkuy.testing.ShippedLibraries;

class ShippedLibrariesTests extends ShippedLibraries {

    ShippedLibrariesTests() {
        super("org.apache.kafka:kafka-raft");
    }
}
