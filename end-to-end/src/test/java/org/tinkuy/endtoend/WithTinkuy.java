package org.tinkuy.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the running system and browsers, all started once; skips those that ask for browsers
/// where there is no Chromium. What is walked in Firefox, too, is skipped where there is none.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithTinkuy.Extension.class)
@interface WithTinkuy {

    final class Extension implements ExecutionCondition, ParameterResolver {

        private static final Namespace HERE = Namespace.create(WithTinkuy.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!asksForBrowsers(context.getRequiredTestClass())) {
                return ConditionEvaluationResult.enabled("needs no browser");
            }
            return Browsers.Engine.CHROMIUM
                    .installed()
                    .map(found -> ConditionEvaluationResult.enabled("a browser: " + found))
                    .orElse(
                            ConditionEvaluationResult.disabled(
                                    "no Chromium on the PATH nor in TINKUY_CHROMIUM"));
        }

        private static boolean asksForBrowsers(Class<?> tests) {
            return Arrays.stream(tests.getDeclaredConstructors())
                    .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
                    .anyMatch(type -> type == Browsers.class);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == TinkuySystem.class || type == Browsers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var store = context.getRoot().getStore(HERE);
            return parameter.getParameter().getType() == TinkuySystem.class
                    ? store.computeIfAbsent(
                            TinkuySystem.class,
                            _ -> {
                                var system = new TinkuySystem();
                                system.start();
                                return system;
                            },
                            TinkuySystem.class)
                    : store.computeIfAbsent(Browsers.class, _ -> new Browsers(), Browsers.class);
        }
    }
}
