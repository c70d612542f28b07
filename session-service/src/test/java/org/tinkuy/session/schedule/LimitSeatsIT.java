package org.tinkuy.session.schedule;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class LimitSeatsIT {

    @Autowired Scenario scenario;
    @Autowired LimitSeats limitSeats;
    @Autowired WebTestClient http;

    private static final UUID BY = UUID.randomUUID();

    private UUID session;

    @BeforeEach
    void scheduleASession() {
        var programme =
                post(
                        "/api/programmes/import",
                        MediaType.APPLICATION_YAML,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: online
                        """
                                .formatted(UUID.randomUUID()),
                        "/0/id");
        session =
                UUID.fromString(
                        post(
                                "/api/programmes/" + programme + "/sessions",
                                MediaType.APPLICATION_JSON,
                                """
                                {"kind": "workshop", "date": "2027-05-26", "starts": "18:00",
                                 "ends": "20:00", "title": {"en": "Cacao"}, "capacity": 3}
                                """,
                                "/id"));
    }

    @Test
    void tellsTheNewLimitWithTheNextVersion() {
        scenario.about(session)
                .when(limitSeats.limit(new SessionId(session), new Capacity(5), BY))
                .then(
                        Told.message(
                                "session-published",
                                session,
                                "{\"capacity\": 5, \"version\": 2, \"starts\": \"18:00\"}"));
    }

    @Test
    void tellsEachLimitOnce() {
        scenario.about(session)
                .given(limitSeats.limit(new SessionId(session), new Capacity(5), BY))
                .when(limitSeats.limit(new SessionId(session), null, BY))
                .then(Told.message("session-published", session, "{\"version\": 3}"));
    }

    private String post(String path, MediaType type, String body, String wanted) {
        var answer =
                http.post()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, Callers.owner())
                        .contentType(type)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .is2xxSuccessful()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(requireNonNull(answer)).at(wanted).asString();
    }
}
