package org.tinkuy.notification.delivery.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.retention.Retention;

/// How long deliveries stay after they have ended, and what is known of addresses.
@Configuration(proxyBeanMethods = false)
class DeliveryRetention {

    /// Nothing repeats a delivery that can be of no use any more; this is for a database that is
    /// restored, and for topics that are read again.
    private static final Duration NAMES_ARE_KEPT = Duration.ofDays(31);

    /// A mailbox that was refused is tried once a year.
    private static final Duration SUPPRESSED_FOR = Duration.ofDays(365);

    /// Where nobody confirmed the address, somebody may have typed it only: it is forgotten as
    /// people are who never confirmed.
    private static final Duration UNCONFIRMED_IS_KEPT = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Duration logKept;

    DeliveryRetention(DatabaseClient database, NotificationSettings settings) {
        this.database = database;
        this.logKept = settings.delivery().logKept();
    }

    @Bean
    Retention endedDeliveries() {
        return new MonthlyLog(database, "ended_deliveries", "ended_at", logKept);
    }

    @Bean
    Retention laterFactsOfDeliveries() {
        return new MonthlyLog(database, "later_facts", "at", logKept);
    }

    @Bean
    Retention namesOfDeliveries() {
        return Retention.ofRows(database, "delivery_keys", NAMES_ARE_KEPT, "expires_at < :limit");
    }

    @Bean
    Retention suppressedAddresses() {
        return Retention.ofRows(database, "suppressions", SUPPRESSED_FOR, "since < :limit");
    }

    @Bean
    Retention suppressedAddressesOfNobody() {
        return Retention.ofRows(
                database, "suppressions", UNCONFIRMED_IS_KEPT, "not confirmed and since < :limit");
    }

    @Bean
    Retention refusalsThatMayComeAgain() {
        return Retention.ofRows(database, "refusals", SUPPRESSED_FOR, "at < :limit");
    }

    @Bean
    Retention refusalsOfNobody() {
        return Retention.ofRows(
                database, "refusals", UNCONFIRMED_IS_KEPT, "not confirmed and at < :limit");
    }
}
