package org.tinkuy.outbox;

import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/// What an operator sees and does: health, dead letters, republication.
@AutoConfiguration(after = {OutboxAutoConfiguration.class, KafkaAutoConfiguration.class})
class OperatorAutoConfiguration {

    @Bean
    @ConditionalOnEnabledHealthIndicator("outbox")
    OutboxHealth outboxHealthIndicator(RelayStatus status, OutboxProperties properties) {
        return new OutboxHealth(status, properties.lateAfter());
    }

    @Bean
    @ConditionalOnAvailableEndpoint(DeadLettersEndpoint.class)
    DeadLettersEndpoint deadLettersEndpoint(
            BindingServiceProperties bindings,
            BeanFactory beans,
            ConsumerFactory<?, ?> kafka,
            KafkaAdmin admin,
            DatabaseClient database) {
        return new DeadLettersEndpoint(
                new DeadLetters(
                        InboxBinding.all(bindings),
                        function -> listener(beans, function),
                        new DeadLetterReader(
                                kafka.getConfigurationProperties(),
                                admin.getConfigurationProperties()),
                        new SettledLetters(database)));
    }

    /// The very function that the binding feeds.
    @SuppressWarnings("unchecked")
    private static Consumer<Message<?>> listener(BeanFactory beans, String function) {
        return beans.getBean(function, Consumer.class);
    }

    @Bean
    @ConditionalOnAvailableEndpoint(RepublishEndpoint.class)
    RepublishEndpoint republishEndpoint(
            ObjectProvider<Republishable> sources,
            PostgresOutbox outbox,
            ReactiveTransactionManager transactions) {
        return new RepublishEndpoint(
                new Republication(
                        sources.orderedStream().toList(),
                        outbox,
                        TransactionalOperator.create(transactions)));
    }
}
