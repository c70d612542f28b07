package org.tinkuy.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.notification.reminder.Audience;

/// The whole service on real servers. One configuration for all tests, so that it starts once.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT20S")
@WithServers
@Import({
    MovableTime.class,
    ScriptedMailServer.InService.class,
    Tokens.class,
    OtherServices.class,
    Audience.class
})
public @interface RunningService {}
