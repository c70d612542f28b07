package org.tinkuy.notification.reminder.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;

/// What was planned and announced for a session goes a month after it was over.
@Configuration(proxyBeanMethods = false)
class ReminderRetention {

    private static final Duration AFTER_IT_WAS_OVER = Duration.ofDays(30);

    @Bean
    Retention doneReminders(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "reminders",
                AFTER_IT_WAS_OVER,
                "done_at is not null and starts_at < :limit");
    }

    @Bean
    Retention doneRescheduleNotices(DatabaseClient database) {
        return Retention.ofRows(
                database, "reschedule_notices", AFTER_IT_WAS_OVER, "done_at < :limit");
    }

    @Bean
    Retention cancelledSessionsThatAreOver(DatabaseClient database) {
        return Retention.ofRows(
                database, "cancelled_sessions", AFTER_IT_WAS_OVER, "over_at < :limit");
    }

    /// As long as the session may still take place.
    @Bean
    Retention lostSeats(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "lost_seats",
                AFTER_IT_WAS_OVER,
                """
                lost_at < :limit and not exists (
                    select from cancelled_sessions c
                    where c.session_id = lost_seats.session_id
                      and (c.over_at is null or c.over_at >= :limit))
                """);
    }

    /// All of a session, or none: what people were told first counts as long as it may move.
    @Bean
    Retention announcementsThatAreOver(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "announcements",
                AFTER_IT_WAS_OVER,
                """
                not exists (
                    select from announcements other
                    where other.session_id = announcements.session_id
                      and (other.over_at is null or other.over_at >= :limit))
                """);
    }
}
