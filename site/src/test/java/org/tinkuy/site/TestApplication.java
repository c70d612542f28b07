package org.tinkuy.site;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.testing.OnTestServers;

/// The site beside a Kafka of its own, from an IDE or by the command in `README.md`: it shows the
/// sample schedule; what it asks of services, those on their usual ports answer.
public final class TestApplication {

    private TestApplication() {}

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        OnTestServers.saySampleSchedule();
        return SpringApplication.from(SiteApplication::main)
                .run(OnTestServers.withKafka(arguments))
                .getApplicationContext();
    }
}
