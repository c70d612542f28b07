package org.tinkuy.site.programme.messaging;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.tinkuy.site.programme.PublishedSchedule;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    PublishedSchedule publishedSchedule() {
        return new PublishedSchedule();
    }

    /// Bytes, so that a message that is not JSON is ours to skip, not the client's to stumble over.
    @Bean
    ConsumerFactory<byte[], byte[]> scheduleConsumers(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // asking for a topic would create it, with the broker's defaults instead of its owner's
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new DefaultKafkaConsumerFactory<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
