package org.tinkuy.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What holds for the classes of a service with a database: its subpackages are features, whose
/// root holds rules, use cases and ports, and whose subpackages are adapters.
public abstract class ServiceArchitectureRules extends ArchitectureRules {

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("Service", "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Mapper");

    private static final String[] ADAPTERS = {
        "..web..", "..messaging..", "..persistence..", "..mail..", "..worker..", "..file.."
    };

    private static final String UNCANCELLED = "org.tinkuy.problems.Uncancelled";

    private static final Set<Class<? extends Annotation>> WRITING =
            Set.of(PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class);

    protected ServiceArchitectureRules(String base) {
        super(base);
    }

    /// Handlers that are asked by POST so that no log has what they are asked, as `Type.method`.
    protected Set<String> handlersThatOnlyRead() {
        return Set.of();
    }

    @Test
    protected void featuresDoNotKnowTheirAdapters() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(base + ".*")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(base + ".*.*..")
                                        .and(resideInAnyPackage(ADAPTERS))));
    }

    /// A table that two features touch is changed by neither without the other; features meet
    /// through use cases and events.
    @Test
    protected void eachTableBelongsToOneFeature() {
        assertThat(new TableUse(base, classes).ofSeveralFeatures()).isEmpty();
    }

    /// Whoever writes goes on when the client goes away, and repeats what another transaction
    /// prevented.
    @Test
    protected void writesAreUncancelled() {
        check(
                methods()
                        .that(describe("answer requests that write", this::writes))
                        .should(
                                ArchCondition.from(
                                        describe(
                                                "answer with Uncancelled.run",
                                                method -> isUncancelled(method, 2)))));
    }

    /// `ResponseEntity.created` asks for the place; an annotation alone forgets it.
    @Test
    protected void whatIsMadeTellsWhereItIs() {
        check(
                methods()
                        .that(describe("answer 201", ServiceArchitectureRules::makes))
                        .should(
                                ArchCondition.from(
                                        describe(
                                                "answer with a ResponseEntity",
                                                ServiceArchitectureRules::tellsAPlace)))
                        .allowEmptyShould(true));
    }

    private static boolean makes(JavaMethod method) {
        return method.isAnnotatedWith(ResponseStatus.class)
                && method.getAnnotationOfType(ResponseStatus.class).value() == HttpStatus.CREATED;
    }

    private static boolean tellsAPlace(JavaMethod method) {
        return method.reflect()
                .getGenericReturnType()
                .getTypeName()
                .contains(ResponseEntity.class.getName());
    }

    /// Java takes a Hangul filler for a letter; `@Seen` is the rule for texts of others. ArchUnit
    /// knows no annotations of what stands within `List<…>`.
    @Test
    protected void textsAreThoseThatAreSeen() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage("..web..", "..file..")
                        .should(
                                have(
                                        describe(
                                                "a @NotBlank text",
                                                ServiceArchitectureRules::asksForBlanks)))
                        .allowEmptyShould(true));
    }

    private static boolean asksForBlanks(JavaClass type) {
        return type.isRecord()
                && Arrays.stream(type.reflect().getRecordComponents())
                        .anyMatch(component -> asksForBlanks(component.getAnnotatedType()));
    }

    private static boolean asksForBlanks(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("NotBlank"))
                || (type instanceof AnnotatedParameterizedType generic
                        && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                                .anyMatch(ServiceArchitectureRules::asksForBlanks));
    }

    @Test
    protected void namesSayWhatAClassIsFor() {
        check(
                noClasses()
                        .should(
                                have(
                                        describe(
                                                "a name that says nothing",
                                                type ->
                                                        NAMES_THAT_SAY_NOTHING.stream()
                                                                .anyMatch(
                                                                        type.getSimpleName()
                                                                                ::endsWith)))));
    }

    private boolean writes(JavaMethod method) {
        return WRITING.stream().anyMatch(method::isAnnotatedWith)
                && !handlersThatOnlyRead()
                        .contains(method.getOwner().getSimpleName() + "." + method.getName());
    }

    private static boolean isUncancelled(JavaMethod method, int depth) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getTargetOwner().getName().equals(UNCANCELLED)
                                || (depth > 1
                                        && call.getTargetOwner().equals(method.getOwner())
                                        && call.getTarget().resolveMember().stream()
                                                .anyMatch(own -> isUncancelled(own, depth - 1))));
    }

    /// Every class of a rules package; of another feature's root, what is no bean, no setting, no
    /// port and owns no thread.
    @Override
    protected boolean isRule(JavaClass type) {
        return super.isRule(type) || (isOfAFeaturesRoot(type) && !isWiredOrWaitedFor(type));
    }

    private boolean isOfAFeaturesRoot(JavaClass type) {
        return type.getPackageName().matches(base.replace(".", "\\.") + "\\.[a-z]+")
                && !resideInAnyPackage(ADAPTERS).test(type);
    }

    private boolean isWiredOrWaitedFor(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class)
                || type.isAnnotatedWith(ConfigurationProperties.class)
                || (type.isInterface()
                        && type.getMethods().stream().anyMatch(ServiceArchitectureRules::isOpen))
                || ownersOfTheirThread().contains(type.getSimpleName());
    }

    private static boolean isOpen(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.ABSTRACT)
                && method.getRawReturnType().getPackageName().startsWith("reactor");
    }
}
