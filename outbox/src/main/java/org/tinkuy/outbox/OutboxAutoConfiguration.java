package org.tinkuy.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.HashMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/// Outbox and inbox of a service that has R2DBC, Flyway and Kafka.
@AutoConfiguration(
        after = {
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            R2dbcTransactionManagerAutoConfiguration.class
        },
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    /// The outbox's tables have a history of their own, so the service's migrations stay its own.
    @Bean
    @DependsOn("flywayInitializer")
    FlywayMigrationInitializer outboxSchema(Flyway flyway) {
        return new FlywayMigrationInitializer(
                Flyway.configure()
                        .dataSource(flyway.getConfiguration().getDataSource())
                        .locations("classpath:db/outbox")
                        .table("outbox_schema_history")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load());
    }

    @Bean
    @ConditionalOnMissingBean
    Traces outboxTraces(
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            ObjectProvider<ObservationRegistry> observations) {
        return new Traces(
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    RelayStatus relayStatus(ObjectProvider<MeterRegistry> meters) {
        return new RelayStatus(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    @DependsOn("outboxSchema")
    @ConditionalOnMissingBean
    OutboxRows outboxRows(DatabaseClient database) {
        return new OutboxRows(database);
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxRows rows,
            DatabaseClient database,
            ProducerFactory<?, ?> kafka,
            KafkaAdmin admin,
            BindingServiceProperties bindings,
            OutboxProperties properties,
            Traces traces,
            RelayStatus status,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(
                rows,
                new RelayLease(database, properties.relay().lease()),
                () -> FencedPublisher.open(kafka.getConfigurationProperties(), service, traces),
                new RelayHousekeeping(
                        rows,
                        status,
                        new OutboxTopics(admin, properties, InboxBinding.all(bindings)),
                        properties.keep()),
                status,
                properties.relay());
    }

    @Bean
    PostgresOutbox outbox(
            DatabaseClient database,
            OutboxProperties properties,
            Traces traces,
            OutboxRelay relay) {
        return new PostgresOutbox(database, properties.topics(), traces, relay::wake);
    }

    @Bean
    @DependsOn("outboxSchema")
    Inbox inbox(DatabaseClient database, ReactiveTransactionManager transactions, Traces traces) {
        return new PostgresInbox(
                new InboxNotes(database), TransactionalOperator.create(transactions), traces);
    }

    /// No candidate for injection, or it would become the converter of every `KafkaTemplate`.
    @Bean(name = InboxConverter.BEAN, autowireCandidate = false)
    InboxConverter inboxConverter() {
        return new InboxConverter();
    }

    @Bean
    DeadLetterWriter deadLetterWriter(
            ProducerFactory<?, ?> kafka, Clock clock, ObjectProvider<MeterRegistry> meters) {
        var settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return new DeadLetterWriter(
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<byte[], byte[]>(settings)),
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    InboxErrors inboxErrors(DeadLetterWriter deadLetters, ObjectProvider<InboxRetry> retry) {
        return new InboxErrors(deadLetters, retry.getIfAvailable(InboxRetry::new).backOff());
    }
}
