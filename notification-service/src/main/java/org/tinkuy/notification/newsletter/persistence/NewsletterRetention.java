package org.tinkuy.notification.newsletter.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.newsletter.SubscriptionRequest;
import org.tinkuy.retention.Retention;

/// How long subscriptions stay, with the consent that each rests on.
@Configuration(proxyBeanMethods = false)
class NewsletterRetention {

    /// Whoever mails has to show that they were asked to (GDPR, Article 7(1); Peru's Law 29733,
    /// Article 13) for as long as a sanction is possible: four years (Peru's Law 27444, Article
    /// 252).
    private static final Duration PROOF_IS_KEPT = Duration.ofDays(4 * 365 + 1);

    @Bean
    Retention subscriptionRequests(DatabaseClient database) {
        return Retention.ofRows(
                database, "subscription_requests", Duration.ZERO, "expires_at <= :limit");
    }

    @Bean
    Retention unconfirmedSubscriptions(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "subscriptions",
                SubscriptionRequest.OPEN_FOR,
                """
                state = 'pending' and asked_at <= :limit
                  and not exists (
                      select from subscription_requests r
                      where r.subscription_id = subscriptions.id and r.asked_at > :limit)
                """);
    }

    @Bean
    Retention endedSubscriptions(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "subscriptions",
                PROOF_IS_KEPT,
                "state = 'unsubscribed' and unsubscribed_at < :limit");
    }
}
