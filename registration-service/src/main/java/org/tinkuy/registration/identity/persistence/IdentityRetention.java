package org.tinkuy.registration.identity.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.registration.identity.Challenges;
import org.tinkuy.registration.identity.KeyRing;
import org.tinkuy.registration.identity.MailAllowance;
import org.tinkuy.retention.Retention;

/// Challenges, allowances, device sessions and keys that can no longer matter: what is not kept
/// cannot leak.
@Configuration(proxyBeanMethods = false)
class IdentityRetention {

    @Bean
    Retention challengeRetention(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "sign_in_challenges",
                Challenges.KEPT_AFTER_EXPIRY,
                "expires_at <= :limit");
    }

    /// The longer one of both windows.
    @Bean
    Retention allowanceRetention(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "sign_in_allowances",
                MailAllowance.WRONG_ANSWER_WINDOW,
                "mails_since <= :limit and wrong_answers_since <= :limit");
    }

    @Bean
    Retention deviceSessionRetention(DatabaseClient database) {
        return Retention.ofRows(
                database,
                "device_sessions",
                Duration.ZERO,
                "expires_at <= :limit or closed_at <= :limit");
    }

    @Bean
    Retention signingKeyRetention(DatabaseClient database) {
        return Retention.ofRows(
                database, "signing_keys", KeyRing.RETENTION, "signs_until < :limit");
    }
}
