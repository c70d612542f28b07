package org.tinkuy.gateway;

import org.tinkuy.testing.ShippedLibraries;

class ShippedLibrariesTests extends ShippedLibraries {

    ShippedLibrariesTests() {
        super("io.netty:netty-codec-http");
    }
}
