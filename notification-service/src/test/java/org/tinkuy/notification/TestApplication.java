package org.tinkuy.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.OnTestServers;

/// The service on servers of its own, from an IDE or by the command in `README.md`: it knows the
/// sample schedule, trusts the owner whose header it prints, and mails to port 1025.
public final class TestApplication {

    private TestApplication() {}

    public static void main(String[] arguments) {
        start(arguments);
        System.out.println("Authorization: " + Callers.owner());
    }

    static ConfigurableApplicationContext start(String... arguments) {
        OnTestServers.saySampleSchedule();
        return SpringApplication.from(NotificationServiceApplication::main)
                .with(Callers.class)
                .run(OnTestServers.withDatabase(arguments))
                .getApplicationContext();
    }
}
