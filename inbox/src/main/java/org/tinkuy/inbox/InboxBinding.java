package org.tinkuy.inbox;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;

/// A function of the service that handles the messages of a topic.
record InboxBinding(String function, String topic, String group) {

    private static final String INPUT = "-in-0";

    static List<InboxBinding> all(BindingServiceProperties properties) {
        return properties.getBindings().entrySet().stream()
                .filter(binding -> binding.getKey().endsWith(INPUT))
                .flatMap(binding -> of(binding.getKey(), binding.getValue()))
                .toList();
    }

    private static Stream<InboxBinding> of(String name, BindingProperties properties) {
        var function = name.substring(0, name.length() - INPUT.length());
        var destination = properties.getDestination();
        if (destination == null) {
            throw new IllegalStateException("the binding " + name + " names no destination");
        }
        return Stream.of(destination.split(","))
                .map(topic -> new InboxBinding(function, topic.strip(), properties.getGroup()));
    }

    String deadLetterTopic() {
        return deadLetterTopic(topic, group);
    }

    static String deadLetterTopic(String topic, String group) {
        return "error." + topic + "." + group;
    }
}
