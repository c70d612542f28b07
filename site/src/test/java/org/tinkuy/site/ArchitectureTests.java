package org.tinkuy.site;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.service.annotation.HttpExchange;
import org.tinkuy.testing.ArchitectureRules;
import reactor.core.publisher.Mono;

class ArchitectureTests extends ArchitectureRules {

    ArchitectureTests() {
        super("org.tinkuy.site");
    }

    /// What is shown follows from what was published and who looks: testable without a server.
    @Override
    protected Set<String> rulesPackages() {
        return Set.of("org.tinkuy.site.programme", "org.tinkuy.site.timetable");
    }

    /// Pages read the schedule, not the broker.
    @Test
    void pagesDoNotKnowKafka() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..programme.messaging")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka.."));
    }

    @Test
    void placesAndRegisteringKnowNoAccountAndNoOrganiser() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("..programme.web")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..account..", "..organiser.."));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.tinkuy.site.(**)").should().beFreeOfCycles());
    }

    /// What waits for a service must end in time, which is seen to for answers' bodies only.
    @Test
    void clientsAnswerWithOneBody() {
        check(
                methods()
                        .that()
                        .areMetaAnnotatedWith(HttpExchange.class)
                        .should()
                        .haveRawReturnType(Mono.class));
    }

    @Test
    void pagesAskServicesByTheirClientsOnly() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..upstream")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework.web.reactive.function.client.."));
    }

    @Test
    void pagesAreNobodysApi() {
        check(classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate());
    }
}
