package org.tinkuy.registration.staff.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

/// Invitations that ended, and what was changed long ago.
@Configuration(proxyBeanMethods = false)
class StaffRetention {

    /// Whoever invited somebody sees for some time that nobody came.
    private static final Duration AFTER_ITS_END = Duration.ofDays(7);

    private static final Duration TRAIL = Duration.ofDays(2 * 365);

    @Bean
    Retention staffInvitations(DatabaseClient database) {
        return Retention.ofRows(database, "staff_invitations", AFTER_ITS_END, "ends_at < :limit");
    }

    @Bean
    Retention staffChanges(DatabaseClient database) {
        return Retention.ofRows(database, "staff_changes", TRAIL, "at < :limit");
    }
}
