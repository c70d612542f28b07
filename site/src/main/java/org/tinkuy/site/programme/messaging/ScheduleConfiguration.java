package org.tinkuy.site.programme.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.follower.TopicFollower;
import org.tinkuy.site.programme.PublishedSchedule;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    PublishedSchedule publishedSchedule() {
        return new PublishedSchedule();
    }

    /// Every instance holds everything; when Kafka is away, pages go on from memory.
    @Bean
    TopicFollower scheduleFollower(
            KafkaProperties kafka, ScheduleMessages messages, MeterRegistry meters) {
        return new TopicFollower(
                "schedule",
                List.of(ScheduleMessages.PROGRAMMES, ScheduleMessages.SESSIONS),
                kafka.buildConsumerProperties(),
                messages,
                meters);
    }
}
