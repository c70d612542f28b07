package org.tinkuy.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.retention.Retention;
import org.tinkuy.telemetry.Traces;

/// The inbox of a service that has R2DBC, Flyway and Kafka.
@AutoConfiguration(
        after = {
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            R2dbcTransactionManagerAutoConfiguration.class
        },
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.tinkuy.telemetry.TelemetryAutoConfiguration",
            "org.tinkuy.outbox.OutboxAutoConfiguration"
        })
@EnableConfigurationProperties(InboxProperties.class)
class InboxAutoConfiguration {

    /// The inbox's tables have a history of their own, so the service's migrations stay its own.
    /// Those of an older installation came with the outbox's, which therefore go first.
    @Bean
    @DependsOn("flywayInitializer")
    FlywayMigrationInitializer inboxSchema(Flyway flyway, BeanFactory beans) {
        if (beans.containsBean("outboxSchema")) {
            beans.getBean("outboxSchema");
        }
        return new FlywayMigrationInitializer(
                Flyway.configure()
                        .dataSource(flyway.getConfiguration().getDataSource())
                        .locations("classpath:db/inbox")
                        .table("inbox_schema_history")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load());
    }

    @Bean
    InboxMeters inboxMeters(
            ObjectProvider<MeterRegistry> meters, BindingServiceProperties bindings) {
        return new InboxMeters(
                meters.getIfAvailable(SimpleMeterRegistry::new),
                InboxBinding.all(bindings).stream()
                        .map(InboxBinding::topic)
                        .collect(Collectors.toSet()));
    }

    @Bean
    @DependsOn("inboxSchema")
    Inbox inbox(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            InboxProperties properties,
            Traces traces,
            DeadLetterWriter deadLetters,
            InboxMeters meters) {
        return new PostgresInbox(
                new InboxNotes(database, properties.keep(), Clock.systemUTC()),
                TransactionalOperator.create(transactions),
                traces,
                deadLetters,
                meters);
    }

    /// No candidate for injection, or it would become the converter of every `KafkaTemplate`.
    @Bean(name = InboxConverter.BEAN, autowireCandidate = false)
    InboxConverter inboxConverter() {
        return new InboxConverter();
    }

    @Bean
    @DependsOn("inboxSchema")
    UnsettledData unsettledData(DatabaseClient database) {
        return new UnsettledData(database);
    }

    @Bean
    @ConditionalOnEnabledHealthIndicator("deadLetters")
    DeadLettersHealth deadLettersHealthIndicator(UnsettledData unsettled) {
        return new DeadLettersHealth(unsettled);
    }

    /// By the clock of the notes, which nobody moves.
    @Bean
    Retention inboxMessagesRetention(DatabaseClient database, InboxProperties properties) {
        return new NotesRetention(database, properties.keep());
    }

    @Bean
    DeadLetterWriter deadLetterWriter(
            ProducerFactory<?, ?> kafka, UnsettledData unsettled, Clock clock, InboxMeters meters) {
        var settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return new DeadLetterWriter(
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<byte[], byte[]>(settings)),
                unsettled,
                clock,
                meters);
    }

    @Bean
    InboxErrors inboxErrors(
            KafkaAdmin admin,
            BindingServiceProperties bindings,
            InboxProperties properties,
            ObjectProvider<InboxRetry> retry) {
        return new InboxErrors(
                new DeadLetterTopics(admin, InboxBinding.all(bindings), properties.replication()),
                retry.getIfAvailable(InboxRetry::new).backOff());
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
}
