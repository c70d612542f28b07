package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.testing.KafkaLog;

/// Kafka or the database is taken away and given back.
@SpringBootTest
@WithServers
class ServersIT {

    private final String stand = UUID.randomUUID().toString();

    @Autowired Stands stands;
    @Autowired MeterRegistry meters;

    @BeforeEach
    void canTakeServersAway() {
        assumeTrue(TestServers.areRestartable(), "containers do not keep their port");
        await().atMost(Stands.PATIENCE).ignoreExceptions().until(() -> saves("before-" + stand));
    }

    @Test
    void publishesWhatWasSavedWhileKafkaWasDown() {
        TestServers.kafka().kill();
        try {
            stands.save(Stands.visit(stand));
            stands.save(Stands.visit(stand));
            await().atMost(Stands.PATIENCE).until(() -> oldestAge() > 0);
        } finally {
            TestServers.kafka().start();
        }
        stands.awaitVisits(stand, 2);
        await().atMost(Stands.PATIENCE).until(() -> oldestAge() == 0);
    }

    @Test
    void goesOnAfterTheDatabaseWasKilled() {
        TestServers.postgres().kill();
        try {
            assertThatThrownBy(() -> stands.save(Stands.visit(stand)))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
            KafkaLog.write(
                    Events.event(
                            "visits",
                            stand,
                            UUID.randomUUID(),
                            1,
                            "{\"standId\":\"" + stand + "\"}"));
            await().atMost(Stands.PATIENCE).until(() -> failing("count-visits") > 0);
        } finally {
            TestServers.postgres().start();
        }
        stands.awaitVisits(stand, 1);
        await().atMost(Stands.PATIENCE).until(() -> failing("count-visits") == 0);
        await().atMost(Stands.PATIENCE).ignoreExceptions().until(() -> saves(stand));
        stands.awaitVisits(stand, 2);
    }

    @Test
    void startsWhileKafkaIsDownAndJoinsWhenItIsBack() {
        var database = TestServers.postgres().newDatabase();
        TestServers.kafka().kill();
        try (var service =
                new SpringApplicationBuilder(StandService.class)
                        .run(
                                "--spring.application.name=late-" + stand,
                                // or the binder waits ten seconds for each binding
                                "--spring.kafka.admin.properties.request.timeout.ms=1000",
                                "--spring.kafka.admin.properties.default.api.timeout.ms=2000",
                                "--TINKUY_DATABASE=" + database.address(),
                                "--TINKUY_DATABASE_USER=" + database.user(),
                                "--TINKUY_DATABASE_PASSWORD=" + database.password(),
                                "--TINKUY_KAFKA=" + TestServers.kafka().bootstrapServers())) {
            var late = service.getBean(Stands.class);
            late.save(Stands.visit(stand));
            TestServers.kafka().start();
            late.awaitVisits(stand, 1);
            assertThat(service.getBean(DeadLettersEndpoint.class).list())
                    .noneMatch(letter -> stand.equals(letter.key()));
        } finally {
            TestServers.kafka().start();
        }
    }

    private double oldestAge() {
        return meters.get("tinkuy.outbox.age").gauge().value();
    }

    private double failing(String consumer) {
        return meters.get("tinkuy.inbox.failing").tag("consumer", consumer).gauge().value();
    }

    private boolean saves(String stand) {
        stands.save(Stands.visit(stand));
        return true;
    }
}
