package org.tinkuy.messages;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// What every part needs that reads or writes messages; its own configuration may say otherwise.
final class MessagesDefaults implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> DEFAULTS =
            Map.of(
                    // Topics are declared by their owner once it is up, so that a start-up does not
                    // wait for a broker that is down.
                    "spring.kafka.admin.auto-create",
                    false,
                    "spring.kafka.admin.modify-topic-configs",
                    true,
                    // Whoever asks the broker at start-up asks again later when it does not answer.
                    "spring.kafka.admin.properties.request.timeout.ms",
                    8000,
                    "spring.kafka.admin.properties.default.api.timeout.ms",
                    10000);

    /// After the service's own files were read.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("messages", DEFAULTS));
    }
}
