package org.tinkuy.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.WholeService;
import org.tinkuy.testing.openapi.CheckedAnswers;

/// The whole service on real servers. One configuration for all tests, so that it starts once.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeService
@Import({Callers.class, CheckedAnswers.class, InnerSide.class, Scenario.class})
public @interface RunningService {}
