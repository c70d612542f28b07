package org.tinkuy.registration;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinkuy.testing.ServiceArchitectureRules;

class ArchitectureTests extends ServiceArchitectureRules {

    ArchitectureTests() {
        super("org.tinkuy.registration");
    }

    @Override
    protected Set<String> rulesPackages() {
        return Set.of("org.tinkuy.registration.seats");
    }

    @Override
    protected Set<String> handlersThatOnlyRead() {
        return Set.of("CalendarApi.open", "DeviceSessionApi.exchange");
    }

    /// Each lane of group commit is a thread.
    @Override
    protected Set<String> ownersOfTheirThread() {
        return Set.of("CommitBatch", "GroupCommit");
    }

    /// Leases and attendance are to use it, too.
    @Test
    void groupCommitKnowsNothingOfWhatIsDecided() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("org.tinkuy.registration.batch")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("org.tinkuy.registration.*..")
                                        .and(
                                                not(
                                                        resideInAPackage(
                                                                "org.tinkuy.registration.batch")))));
    }

    /// What follows from a confirmed address is told through `AddressConfirmation`.
    @Test
    void identityKnowsNoOtherFeature() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("org.tinkuy.registration.identity..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("org.tinkuy.registration.*..")
                                        .and(
                                                not(
                                                        resideInAnyPackage(
                                                                "org.tinkuy.registration",
                                                                "org.tinkuy.registration.identity..")))));
    }
}
