package org.tinkuy.gateway.edge.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.follower.TopicFollower;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    /// Every gateway must hear every closing.
    @Bean
    TopicFollower deviceSessionFollower(
            KafkaProperties kafka, DeviceSessionMessages messages, MeterRegistry meters) {
        return new TopicFollower(
                DeviceSessionMessages.TOPIC,
                List.of(DeviceSessionMessages.TOPIC),
                kafka.buildConsumerProperties(),
                messages,
                meters);
    }
}
