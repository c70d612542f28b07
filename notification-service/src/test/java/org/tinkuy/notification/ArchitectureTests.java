package org.tinkuy.notification;

import org.tinkuy.testing.ServiceArchitectureRules;

class ArchitectureTests extends ServiceArchitectureRules {

    ArchitectureTests() {
        super("org.tinkuy.notification");
    }
}
