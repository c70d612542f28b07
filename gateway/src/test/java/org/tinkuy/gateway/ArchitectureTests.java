package org.tinkuy.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.tinkuy.testing.ArchitectureRules;

class ArchitectureTests extends ArchitectureRules {

    ArchitectureTests() {
        super("org.tinkuy.gateway");
    }

    @Test
    void rulesKnowNoAdapter() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("org.tinkuy.gateway.edge")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "..edge.web..",
                                "..edge.messaging..",
                                "org.springframework.web..",
                                "org.springframework.cloud..",
                                "org.apache.kafka..")
                        .because("who may pass is decided, and tested, without a server"));
    }
}
