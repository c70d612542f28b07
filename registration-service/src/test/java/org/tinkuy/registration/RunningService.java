package org.tinkuy.registration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.testing.RecordedTraces;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.WholeService;
import org.tinkuy.testing.openapi.CheckedAnswers;

/// The whole service on real servers. One configuration for all tests, so that it starts once.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeService
@Import({
    CheckedAnswers.class,
    InnerSide.class,
    MovableTime.class,
    People.class,
    RecordedTraces.class,
    Scenario.class
})
public @interface RunningService {}
