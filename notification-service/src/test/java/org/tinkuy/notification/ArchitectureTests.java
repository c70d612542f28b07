package org.tinkuy.notification;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "org.tinkuy.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("Service", "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Mapper");

    private static final Set<String> WAITS =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "subscribe");

    /// What a feature's root holds beside ports (open interfaces) and use cases (components).
    private static final DescribedPredicate<JavaClass> RULES =
            describe(
                    "rules",
                    type ->
                            type.getPackageName().matches("org\\.tinkuy\\.notification\\.[a-z]+")
                                    && !type.isAnnotatedWith(Component.class)
                                    && !(type.isInterface()
                                            && type.getMethods().stream()
                                                    .anyMatch(ArchitectureTests::isOpen)));

    private static boolean isOpen(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.ABSTRACT)
                && method.getRawReturnType().getPackageName().startsWith("reactor");
    }

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
                                            "io.r2dbc..",
                                            "jakarta.mail..",
                                            "net.fortuna..")
                                    .or(JavaClass.Predicates.equivalentTo(Clock.class)));

    /// Whoever knows one adapter need not know the others, and mails, HTTP, topics and tables
    /// change independently.
    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther =
            slices().matching("org.tinkuy.notification.(*).(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule featuresDoNotKnowTheirAdapters =
            noClasses()
                    .that()
                    .resideInAPackage("org.tinkuy.notification.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..web..", "..messaging..", "..persistence..", "..mail..");

    /// A thread that waits is one that answers nobody. Listeners and workers own theirs.
    @ArchTest
    static final ArchRule nobodyWaitsInReactiveCode =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..messaging..", "..mail..", "..worker..")
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
