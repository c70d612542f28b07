package org.tinkuy.session.publication.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

/// What goes of the publications, and when. What stands never goes.
@Configuration(proxyBeanMethods = false)
class PublicationRetention {

    /// Two editions of a yearly programme, as of the changes of a session: organisers ask how it
    /// was the last time.
    private static final Duration HISTORY = Duration.ofDays(2 * 365);

    @Bean
    Retention replacedPublications(DatabaseClient database) {
        return Retention.ofRows(database, "publications", HISTORY, "replaced_at < :limit");
    }

    /// A part is needed by every publication during which it stood.
    @Bean
    Retention replacedParts(DatabaseClient database) {
        return Retention.ofRows(database, "publication_parts", HISTORY, "replaced_at < :limit");
    }
}
