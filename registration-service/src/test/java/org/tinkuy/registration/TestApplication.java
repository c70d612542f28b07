package org.tinkuy.registration;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.testing.OnTestServers;

/// The service on servers of its own, from an IDE or by the command in `README.md`: it knows the
/// sessions of the sample schedule.
public final class TestApplication {

    private TestApplication() {}

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        OnTestServers.saySampleSchedule();
        return SpringApplication.from(RegistrationServiceApplication::main)
                .run(OnTestServers.withDatabase(arguments))
                .getApplicationContext();
    }
}
