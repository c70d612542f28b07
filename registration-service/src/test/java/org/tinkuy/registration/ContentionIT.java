package org.tinkuy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.Contention;

/// What another transaction prevents is tried again, and then asked to come back.
@RunningService
class ContentionIT {

    @Autowired WebTestClient http;
    @Autowired Environment environment;
    @Autowired People people;

    @Test
    void signsOutAlthoughItWasTheVictimOfADeadlock() {
        var ana = people.signIn(People.strangersAddress());
        try (var contention = new Contention(environment, "device_sessions")) {
            var other =
                    contention.deadlock(
                            "select from device_sessions where id = '%s' for update"
                                    .formatted(ana.deviceSessionId()));

            signOut(ana).expectStatus().isNoContent();

            other.join();
            assertThat(contention.attempts()).isEqualTo(2);
        }
    }

    @Test
    void asksToComeBackWhereALockIsHeldForTooLong() {
        var ana = people.signIn(People.strangersAddress());
        try (var contention = new Contention(environment, "device_sessions")) {
            contention.holdLock(Duration.ofMillis(50));

            signOut(ana)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "2")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:tinkuy:problem:service-unavailable");

            assertThat(contention.attempts()).isEqualTo(4);
            contention.letGo();
            signOut(ana).expectStatus().isNoContent();
        }
    }

    private WebTestClient.ResponseSpec signOut(People.SignedIn ana) {
        return http.delete()
                .uri("/api/device-sessions/current")
                .header(HttpHeaders.AUTHORIZATION, ana.bearer())
                .exchange();
    }
}
