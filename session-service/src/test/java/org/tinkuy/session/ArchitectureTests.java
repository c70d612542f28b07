package org.tinkuy.session;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinkuy.testing.ServiceArchitectureRules;

class ArchitectureTests extends ServiceArchitectureRules {

    private static final Set<String> SHARED_BY_ADAPTERS = Set.of("access", "rows");

    ArchitectureTests() {
        super("org.tinkuy.session");
    }

    /// Start-up owns its thread.
    @Override
    protected Set<String> ownersOfTheirThread() {
        return Set.of("SampleLoader");
    }

    @Override
    protected boolean isRule(JavaClass type) {
        return super.isRule(type)
                && !SHARED_BY_ADAPTERS.contains(
                        type.getPackageName().substring("org.tinkuy.session.".length()));
    }

    /// A programme can be understood without its sessions, and both without files.
    @Test
    void featuresBuildUponEachOtherInOneDirection() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("importing")
                        .definedBy("org.tinkuy.session.importing..")
                        .layer("schedule")
                        .definedBy("org.tinkuy.session.schedule..")
                        .layer("publication")
                        .definedBy("org.tinkuy.session.publication..")
                        .layer("parts")
                        .definedBy(
                                "org.tinkuy.session.challenge..",
                                "org.tinkuy.session.fair..",
                                "org.tinkuy.session.speaker..",
                                "org.tinkuy.session.dialogue..")
                        .layer("programme")
                        .definedBy("org.tinkuy.session.programme..")
                        .whereLayer("importing")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("schedule")
                        .mayOnlyBeAccessedByLayers("importing")
                        .whereLayer("publication")
                        .mayOnlyBeAccessedByLayers("importing", "schedule")
                        .whereLayer("parts")
                        .mayOnlyBeAccessedByLayers("importing", "publication", "schedule"));
    }
}
