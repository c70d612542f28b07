package org.tinkuy.site;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "org.tinkuy.site", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /// What is shown follows from what was published and who looks: testable without a server.
    @ArchTest
    static final ArchRule theScheduleIsPlainJava =
            noClasses()
                    .that()
                    .resideInAPackage("org.tinkuy.site.programme")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "reactor..",
                            "tools.jackson..",
                            "org.apache.kafka..");

    /// Pages read the schedule, not the broker.
    @ArchTest
    static final ArchRule pagesDoNotKnowKafka =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..programme.messaging")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("..programme.web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..programme.messaging")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..account..", "..organiser..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("org.tinkuy.site.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pagesAreNobodysApi =
            classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();
}
