package org.tinkuy.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tinkuy.notification.delivery.MailServerAnswers;
import org.tinkuy.notification.reminder.Audience;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.WholeService;
import org.tinkuy.testing.openapi.CheckedAnswers;

/// The whole service on real servers. One configuration for all tests, so that it starts once.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeService
@Import({
    MovableTime.class,
    ScriptedMailServer.InService.class,
    Callers.class,
    CheckedAnswers.class,
    InnerSide.class,
    Scenario.class,
    OtherServices.class,
    Audience.class,
    MailServerAnswers.class
})
public @interface RunningService {}
