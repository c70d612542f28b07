package org.tinkuy.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds for the classes of every part that runs. A part's own test extends this, says its
/// base package, and adds what holds for it alone. Services: [ServiceArchitectureRules].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {

    private static final Set<String> WAITS =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "subscribe");

    private static final DescribedPredicate<JavaClass> FRAMEWORKS =
            resideInAnyPackage(
                            "org.springframework..",
                            "reactor..",
                            "tools.jackson..",
                            "com.fasterxml..",
                            "jakarta..",
                            "io.r2dbc..",
                            "org.apache.kafka..",
                            "net.fortuna..")
                    .or(equivalentTo(Clock.class));

    protected final String base;
    protected final JavaClasses classes;

    /// @param base the package of the part, whose subpackages are its features
    protected ArchitectureRules(String base) {
        this.base = base;
        this.classes =
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages(base);
    }

    /// Packages in which every class is a rule, whatever its kind.
    protected Set<String> rulesPackages() {
        return Set.of();
    }

    /// Classes outside of listeners, mail and workers that wait, because their thread is their own.
    protected Set<String> ownersOfTheirThread() {
        return Set.of();
    }

    /// A rule that needs no framework can be read, tested and moved without one.
    @Test
    protected void rulesArePlainJava() {
        check(
                noClasses()
                        .that(describe("rules", this::isRule))
                        .should()
                        .dependOnClassesThat(FRAMEWORKS)
                        .allowEmptyShould(true));
    }

    /// Whoever knows one adapter need not know the others, and HTTP, topics, tables, mails and
    /// files change independently.
    @Test
    protected void adaptersDoNotSeeEachOther() {
        check(slices().matching(base + ".(*).(*)..").should().notDependOnEachOther());
    }

    /// A thread that waits is one that answers nobody. Listeners and workers own theirs.
    @Test
    protected void nobodyWaitsInReactiveCode() {
        check(
                noClasses()
                        .that(
                                not(resideInAnyPackage("..messaging..", "..mail..", "..worker.."))
                                        .and(
                                                describe(
                                                        "own no thread",
                                                        type ->
                                                                !ownersOfTheirThread()
                                                                        .contains(
                                                                                outermost(type)
                                                                                        .getSimpleName()))))
                        .should()
                        .callMethodWhere(
                                describe("blocks or subscribes", ArchitectureRules::waits)));
    }

    /// Tests move time, and rules are given theirs.
    @Test
    protected void timeComesFromTheClock() {
        check(
                noClasses()
                        .should()
                        .callMethodWhere(
                                describe(
                                        "reads the system's time",
                                        ArchitectureRules::readsTheSystemsTime))
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
    }

    /// Whether a class is held to [#rulesArePlainJava].
    protected boolean isRule(JavaClass type) {
        return rulesPackages().contains(type.getPackageName());
    }

    protected final void check(ArchRule rule) {
        rule.check(classes);
    }

    private static boolean waits(JavaMethodCall call) {
        return WAITS.contains(call.getName())
                && call.getTargetOwner().getPackageName().startsWith("reactor.core");
    }

    private static boolean readsTheSystemsTime(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && (call.getName().equals("now") || call.getName().startsWith("system"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }
}
