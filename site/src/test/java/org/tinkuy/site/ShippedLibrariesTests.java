package org.tinkuy.site;

import org.tinkuy.testing.ShippedLibraries;

class ShippedLibrariesTests extends ShippedLibraries {

    ShippedLibrariesTests() {
        super("org.thymeleaf:thymeleaf");
    }
}
