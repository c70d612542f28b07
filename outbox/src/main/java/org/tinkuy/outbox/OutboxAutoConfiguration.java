package org.tinkuy.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.retention.Retention;
import org.tinkuy.telemetry.Traces;

/// The outbox of a service that has R2DBC, Flyway and Kafka.
@AutoConfiguration(
        after = {
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            R2dbcTransactionManagerAutoConfiguration.class
        },
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.tinkuy.telemetry.TelemetryAutoConfiguration"
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
            OutboxProperties properties,
            Traces traces,
            RelayStatus status,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(
                rows,
                new RelayLease(database, properties.relay().lease()),
                () -> FencedPublisher.open(kafka.getConfigurationProperties(), service, traces),
                new RelayHousekeeping(
                        rows, status, new OutboxTopics(admin, properties), properties.keep()),
                status,
                properties.relay());
    }

    @Bean
    PostgresOutbox outbox(DatabaseClient database, OutboxProperties properties, OutboxRelay relay) {
        return new PostgresOutbox(database, properties.topics(), relay::wake);
    }

    @Bean
    Retention outboxMessagesRetention(DatabaseClient database, OutboxProperties properties) {
        return new BriefRetention(database, properties.keeps());
    }

    @Bean
    @ConditionalOnEnabledHealthIndicator("outbox")
    OutboxHealth outboxHealthIndicator(RelayStatus status, OutboxProperties properties) {
        return new OutboxHealth(status, properties.lateAfter());
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
