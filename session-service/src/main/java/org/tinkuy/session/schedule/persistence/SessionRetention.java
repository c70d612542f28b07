package org.tinkuy.session.schedule.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

/// What goes of the sessions, and when.
@Configuration(proxyBeanMethods = false)
class SessionRetention {

    /// A consumer that was away longer, or was restored from an older backup, starts anew.
    private static final Duration WITHDRAWN = Duration.ofDays(90);

    /// Two editions of a yearly programme: organisers ask how it was the last time.
    private static final Duration CHANGES = Duration.ofDays(2 * 365);

    /// Organisers see for a while that a link is over.
    private static final Duration PREVIEWS = Duration.ofDays(30);

    /// With its changes.
    @Bean
    Retention withdrawnSessions(DatabaseClient database) {
        return Retention.ofRows(database, "published_sessions", WITHDRAWN, "withdrawn_at < :limit");
    }

    @Bean
    Retention sessionChanges(DatabaseClient database) {
        return Retention.ofRows(database, "session_changes", CHANGES, "at < :limit");
    }

    @Bean
    Retention previewLinks(DatabaseClient database) {
        return Retention.ofRows(database, "preview_links", PREVIEWS, "ends_at < :limit");
    }
}
