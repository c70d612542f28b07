package org.tinkuy.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.tinkuy.messages.Topics;

/// Lets a service name only its bindings and their topics: everything else that messages need to be
/// handled safely is a default here, which the service's own configuration may override.
final class InboxDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String BINDINGS = "spring.cloud.stream.bindings";
    private static final String INPUT = "-in-0";

    static final int MOST_OF_A_POLL = 500;

    /// After the service's own files were read.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var defaults = new HashMap<String, Object>();
        kafka(defaults);
        bindings(defaults, environment);
        environment.getPropertySources().addLast(new MapPropertySource("inbox", defaults));
    }

    private static void kafka(Map<String, Object> defaults) {
        defaults.put(
                "spring.cloud.stream.kafka.binder.brokers",
                "${spring.kafka.bootstrap-servers:localhost:9092}");
        defaults.put("spring.cloud.stream.kafka.binder.min-partition-count", Topics.PARTITIONS);
        defaults.put(
                "spring.cloud.stream.kafka.binder.consumer-properties.isolation.level",
                "read_committed");
        defaults.put(
                "spring.cloud.stream.kafka.binder.consumer-properties.auto.offset.reset",
                "earliest");
        // A killed instance keeps its successor waiting this long (Kafka's default is 45 s).
        defaults.put(
                "spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms", 10_000);
        defaults.put(
                "spring.cloud.stream.kafka.default.consumer.converter-bean-name",
                InboxConverter.BEAN);
        defaults.put("spring.cloud.stream.default.consumer.use-native-decoding", true);
        // What a poll brings is handled in one transaction, which this keeps short.
        defaults.put("spring.cloud.stream.default.consumer.batch-mode", true);
        defaults.put(
                "spring.cloud.stream.kafka.binder.consumer-properties.max.poll.records",
                MOST_OF_A_POLL);
        defaults.put("spring.cloud.stream.binding-retry-interval", 5);
    }

    /// Every function has a group of its own: two functions that share one would share the messages
    /// too.
    private static void bindings(
            Map<String, Object> defaults, ConfigurableEnvironment environment) {
        var service = environment.getProperty("spring.application.name", "application");
        var functions =
                Binder.get(environment)
                        .bind(BINDINGS, Bindable.mapOf(String.class, Object.class))
                        .orElse(Map.of())
                        .keySet()
                        .stream()
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .filter(name -> name.endsWith(INPUT))
                        .map(name -> name.substring(0, name.length() - INPUT.length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        functions.forEach(function ->
                defaults.put(
                        BINDINGS + "." + function + INPUT + ".group", service + "." + function));
        if (!functions.isEmpty()) {
            defaults.put("spring.cloud.function.definition", String.join(";", functions));
        }
    }
}
