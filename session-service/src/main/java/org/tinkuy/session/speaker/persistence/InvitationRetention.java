package org.tinkuy.session.speaker.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

@Configuration(proxyBeanMethods = false)
class InvitationRetention {

    /// Nothing is asked of a link that is over.
    private static final Duration EXPIRED = Duration.ofDays(1);

    @Bean
    Retention expiredInvitations(DatabaseClient database) {
        return Retention.ofRows(database, "speaker_invitations", EXPIRED, "expires_at < :limit");
    }
}
