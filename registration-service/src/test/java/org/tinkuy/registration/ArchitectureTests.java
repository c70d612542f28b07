package org.tinkuy.registration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import org.springframework.boot.context.properties.ConfigurationProperties;

@AnalyzeClasses(packages = "org.tinkuy.registration", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("Service", "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Mapper");

    private static final Set<String> WAITS =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "subscribe");

    /// Records, enums and sealed interfaces of a feature's root: the rules, and the states and
    /// events they decide on.
    private static final DescribedPredicate<JavaClass> RULES =
            describe(
                    "rules",
                    type ->
                            (type.isRecord() || type.isEnum())
                                    && !type.isAnnotatedWith(ConfigurationProperties.class)
                                    && type.getPackageName()
                                            .matches("org\\.tinkuy\\.registration\\.[a-z]+"));

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
                                            "io.r2dbc..")
                                    .or(JavaClass.Predicates.equivalentTo(Clock.class)));

    /// Whoever knows one adapter need not know the others, and HTTP, topics and tables change
    /// independently.
    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther =
            slices().matching("org.tinkuy.registration.(*).(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule featuresDoNotKnowTheirAdapters =
            noClasses()
                    .that()
                    .resideInAPackage("org.tinkuy.registration.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..web..", "..messaging..", "..persistence..");

    /// What follows from a confirmed address is told through `AddressConfirmation`.
    @ArchTest
    static final ArchRule identityKnowsNoOtherFeature =
            noClasses()
                    .that()
                    .resideInAPackage("org.tinkuy.registration.identity..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.tinkuy.registration.*..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAnyPackage(
                                                            "org.tinkuy.registration",
                                                            "org.tinkuy.registration.identity.."))));

    /// A thread that waits is one that answers nobody. Listeners and the lanes of group commit own
    /// theirs.
    @ArchTest
    static final ArchRule nobodyWaitsInReactiveCode =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..messaging..")
                    .and()
                    .doNotHaveSimpleName("CommitBatch")
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
