package org.tinkuy.session;

import org.tinkuy.testing.ShippedLibraries;

class ShippedLibrariesTests extends ShippedLibraries {

    ShippedLibrariesTests() {
        super("io.netty:netty-handler");
    }
}
