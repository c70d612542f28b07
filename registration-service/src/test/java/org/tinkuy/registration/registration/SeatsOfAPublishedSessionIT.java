package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.identity.People.SignedIn;
import org.tinkuy.testing.Said;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;
import tools.jackson.databind.json.JsonMapper;

/// What people are told when session-service changes a session that they registered for.
@RunningService
class SeatsOfAPublishedSessionIT {

    @Autowired Scenario scenario;
    @Autowired WebTestClient http;
    @Autowired People people;

    private final UUID session = UUID.randomUUID();
    private final Said oneSeat =
            Said.sample("session-service", "sessions", "session-published", 1)
                    .about(session)
                    .with("endsAt", "2099-05-26T01:00:00Z")
                    .with("capacity", 1);

    @Test
    void letsTheFirstWhoWaitsInWhenThereAreMoreSeats() {
        var published = scenario.about(session).given(oneSeat);
        register();
        var second = register();

        published
                .when(oneSeat.with("capacity", 2).at(2))
                .then(Told.message("registration-promoted", second, "{\"status\": \"confirmed\"}"));
    }

    @Test
    void takesNoSeatAwayWhenThereAreFewer() {
        var published = scenario.about(session).given(oneSeat.with("capacity", 2));
        register();
        register();

        published.when(oneSeat.at(2)).thenNothing();
    }

    @Test
    void ignoresAStateThatIsNotNewer() {
        var published = scenario.about(session).given(oneSeat.at(7));
        register();
        register();

        published.when(oneSeat.with("capacity", 2).at(6)).thenNothing();
    }

    @Test
    void tellsEverybodyWhenTheSessionIsWithdrawn() {
        var published = scenario.about(session).given(oneSeat);
        var registration = register();

        published
                .when(Said.tombstone("sessions", "session-published", session, 2))
                .then(
                        Told.message(
                                "registration-cancelled",
                                registration,
                                "{\"status\": \"cancelled\", \"sessionId\": \"%s\"}"
                                        .formatted(session)));
    }

    private String register() {
        SignedIn somebody = people.signIn(People.strangersAddress());
        var answer =
                http.post()
                        .uri("/api/registrations")
                        .header(HttpHeaders.AUTHORIZATION, somebody.bearer())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .bodyValue(Map.of("name", "Ana", "sessionIds", List.of(session)))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared()
                .readTree(requireNonNull(answer))
                .at("/registrations/0/id")
                .asString();
    }
}
