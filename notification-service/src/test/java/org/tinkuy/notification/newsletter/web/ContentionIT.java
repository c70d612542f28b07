package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.testing.Contention;

/// What another transaction prevents is tried again, and then asked to come back.
@RunningService
class ContentionIT {

    @Autowired WebTestClient http;
    @Autowired Environment environment;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private Newsletters newsletters;
    private UUID campaign;

    @BeforeEach
    void writeACampaign() {
        newsletters = new Newsletters(http, others, server, database);
        campaign = newsletters.written(10);
    }

    @Test
    void cancelsACampaignAlthoughItWasTheVictimOfADeadlock() {
        try (var contention = new Contention(environment, "campaigns")) {
            var other =
                    contention.deadlock(
                            "select from campaigns where id = '%s' for update".formatted(campaign));

            cancel().expectStatus().isOk();

            other.join();
            assertThat(contention.attempts()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void asksToComeBackWhereALockIsHeldForTooLong() {
        try (var contention = new Contention(environment, "campaigns")) {
            contention.holdLock(Duration.ofMillis(50));

            cancel().expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "2")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:tinkuy:problem:service-unavailable");

            assertThat(contention.attempts()).isGreaterThanOrEqualTo(4);
            contention.letGo();
            cancel().expectStatus().isOk();
        }
    }

    private WebTestClient.ResponseSpec cancel() {
        return http.post()
                .uri("/api/campaigns/" + campaign + "/cancel")
                .header(HttpHeaders.AUTHORIZATION, newsletters.bearer)
                .exchange();
    }
}
