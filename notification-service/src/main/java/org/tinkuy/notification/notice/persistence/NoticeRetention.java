package org.tinkuy.notification.notice.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

/// What codes and notices tell of is of no use when they can be sent no more.
@Configuration(proxyBeanMethods = false)
class NoticeRetention {

    private static final Duration AFTER_ITS_END = Duration.ofDays(1);

    @Bean
    Retention codes(DatabaseClient database) {
        return Retention.ofRows(database, "codes", AFTER_ITS_END, "expires_at < :limit");
    }

    @Bean
    Retention noticeParts(DatabaseClient database) {
        return Retention.ofRows(database, "notice_parts", AFTER_ITS_END, "expires_at < :limit");
    }
}
