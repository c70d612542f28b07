package org.tinkuy.session;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.OnTestServers;

/// The service on servers of its own, from an IDE or by the command in `README.md`. It trusts the
/// owner whose header it prints.
public final class TestApplication {

    private TestApplication() {}

    public static void main(String[] arguments) {
        start(arguments);
        System.out.println("Authorization: " + Callers.owner());
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return SpringApplication.from(SessionServiceApplication::main)
                .with(Callers.class)
                .run(OnTestServers.withDatabase(arguments))
                .getApplicationContext();
    }
}
