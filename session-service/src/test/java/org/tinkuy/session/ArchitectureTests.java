package org.tinkuy.session;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

@AnalyzeClasses(packages = "org.tinkuy.session", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("Service", "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Mapper");

    private static final Set<String> WAITS =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "subscribe");

    /// Records and enums of a feature's root.
    private static final DescribedPredicate<JavaClass> RULES =
            describe(
                    "rules",
                    type ->
                            (type.isRecord() || type.isEnum())
                                    && type.getPackageName()
                                            .matches(
                                                    "org\\.tinkuy\\.session\\.(programme|schedule|importing)"));

    /// A rule that needs no framework can be read, tested and moved without one.
    @ArchTest
    static final ArchRule rulesArePlainJava =
            noClasses()
                    .that(RULES)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "org.springframework..",
                                            "reactor..",
                                            "tools.jackson..",
                                            "com.fasterxml..",
                                            "jakarta..",
                                            "io.r2dbc..")
                                    .or(JavaClass.Predicates.equivalentTo(Clock.class)));

    /// HTTP, topics, tables and files change independently.
    @ArchTest
    static final ArchRule adaptersAreUsedByNobody =
            slices().matching("org.tinkuy.session.(*).(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule featuresDoNotKnowTheirAdapters =
            noClasses()
                    .that()
                    .resideInAPackage("org.tinkuy.session.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..session.*.web..",
                            "..session.*.messaging..",
                            "..session.*.persistence..",
                            "..session.*.file..");

    /// A programme can be understood without its sessions, and both without files.
    @ArchTest
    static final ArchRule featuresBuildUponEachOtherInOneDirection =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("importing")
                    .definedBy("org.tinkuy.session.importing..")
                    .layer("schedule")
                    .definedBy("org.tinkuy.session.schedule..")
                    .layer("programme")
                    .definedBy("org.tinkuy.session.programme..")
                    .whereLayer("importing")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("schedule")
                    .mayOnlyBeAccessedByLayers("importing");

    /// A thread that waits is one that answers nobody. Start-up owns its own.
    @ArchTest
    static final ArchRule nobodyWaitsInReactiveCode =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("SampleLoader")
                    .should()
                    .callMethodWhere(describe("blocks or subscribes", ArchitectureTests::waits));

    /// Tests move time, and rules are given theirs.
    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses()
                    .should()
                    .callMethodWhere(
                            describe(
                                    "reads the system's time",
                                    call ->
                                            call.getTargetOwner()
                                                            .getPackageName()
                                                            .equals("java.time")
                                                    && (call.getName().equals("now")
                                                            || call.getName()
                                                                    .startsWith("system"))))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor =
            noClasses()
                    .should(
                            have(
                                    describe(
                                            "a name that says nothing",
                                            type ->
                                                    NAMES_THAT_SAY_NOTHING.stream()
                                                            .anyMatch(
                                                                    type.getSimpleName()
                                                                            ::endsWith))));

    private static boolean waits(JavaMethodCall call) {
        return WAITS.contains(call.getName())
                && call.getTargetOwner().getPackageName().startsWith("reactor.core");
    }
}
