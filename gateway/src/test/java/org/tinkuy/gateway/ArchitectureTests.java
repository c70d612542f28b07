package org.tinkuy.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import reactor.core.publisher.Mono;

@AnalyzeClasses(
        packages = "org.tinkuy.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther =
            slices().matching("..edge.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("what HTTP needs and what Kafka tells meet in the rules");

    @ArchTest
    static final ArchRule rulesKnowNoAdapter =
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
                    .because("who may pass is decided, and tested, without a server");

    @ArchTest
    static final ArchRule requestsNeverBlock =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..messaging..")
                    .should()
                    .callMethod(Mono.class, "block")
                    .orShould()
                    .callMethod(Mono.class, "subscribe")
                    .because("one blocked event loop stops every request that it serves");

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("tests move the clock of all processes at once");
}
