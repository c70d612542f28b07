package org.tinkuy.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@WithServers
class WithServersIT {

    @Configuration
    static class Nothing {}

    @Autowired Environment environment;

    @Test
    void givesTheContextADatabaseAndABroker() throws Exception {
        var address = environment.getRequiredProperty("TINKUY_DATABASE");
        var user = environment.getRequiredProperty("TINKUY_DATABASE_USER");
        var password = environment.getRequiredProperty("TINKUY_DATABASE_PASSWORD");
        try (var connection = DriverManager.getConnection("jdbc:" + address, user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE seat (number int)");
        }
        assertThat(brokers(environment.getRequiredProperty("TINKUY_KAFKA"))).isEqualTo(1);
    }

    @Test
    void everyDatabaseIsFresh() {
        assertThat(TestServers.postgres().newDatabase())
                .isNotEqualTo(TestServers.postgres().newDatabase());
    }

    @Test
    void serversComeBackOnTheirPorts() throws Exception {
        assumeTrue(TestServers.areRestartable());
        var database = TestServers.postgres().newDatabase();

        TestServers.postgres().kill();
        TestServers.kafka().kill();
        TestServers.postgres().start();
        TestServers.kafka().start();

        try (var connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password())) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(brokers(TestServers.kafka().bootstrapServers())).isEqualTo(1);
    }

    private static int brokers(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeCluster().nodes().get(20, TimeUnit.SECONDS).size();
        }
    }
}
