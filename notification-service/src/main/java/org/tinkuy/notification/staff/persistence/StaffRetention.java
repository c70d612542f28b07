package org.tinkuy.notification.staff.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

@Configuration(proxyBeanMethods = false)
class StaffRetention {

    private static final Duration AFTER_ITS_END = Duration.ofDays(1);

    @Bean
    Retention staffInvitations(DatabaseClient database) {
        return Retention.ofRows(
                database, "staff_invitations", AFTER_ITS_END, "expires_at < :limit");
    }
}
