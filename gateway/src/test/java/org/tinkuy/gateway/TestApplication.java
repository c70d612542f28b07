package org.tinkuy.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.testing.OnTestServers;
import org.tinkuy.testing.Said;

/// The gateway beside a Kafka of its own, from an IDE or by the command in `README.md`, before
/// whatever answers on the usual ports.
public final class TestApplication {

    private TestApplication() {}

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        OnTestServers.say(
                Said.sample("registration-service", "device-sessions", "device-session-opened", 1));
        return SpringApplication.from(GatewayApplication::main)
                .run(OnTestServers.withKafka(arguments))
                .getApplicationContext();
    }
}
