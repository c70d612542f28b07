package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.InnerSide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class CalendarApiIT {

    @Autowired WebTestClient http;
    @Autowired InnerSide inner;
    @Autowired People people;
    @Autowired BeanFactory beans;
    private Office office;

    @BeforeEach
    void open() {
        office = new Office(beans);
    }

    @Test
    void aSecretOpensTheCalendarOfItsOwnerAndOfNobodyElse() {
        var ana = people.signIn(People.strangersAddress());
        var ben = people.signIn(People.strangersAddress());
        var session = office.aSession(5);
        office.decide(office.register(new AttendeeId(ana.attendeeId()), session));

        var opened = calendar(secret(ana));

        assertThat(opened.path("language").asString()).isEqualTo("en");
        assertThat(opened.at("/registrations/0/sessionId").asString())
                .isEqualTo(session.value().toString());
        assertThat(opened.at("/registrations/0/status").asString()).isEqualTo("confirmed");
        assertThat(Instant.parse(opened.at("/registrations/0/since").asString()))
                .as("when the seat was confirmed")
                .isAfter(Instant.EPOCH);
        assertThat(calendar(secret(ben)).path("registrations")).isEmpty();
        assertThat(secret(ana)).isEqualTo(secret(ana)).isNotEqualTo(secret(ben));
    }

    @Test
    void aRenewedSecretClosesTheFormerOne() {
        var ana = people.signIn(People.strangersAddress());
        var former = secret(ana);

        var renewed =
                json(request(HttpMethod.POST, "/api/attendees/me/calendar/renewal", ana.jwt()))
                        .path("secret")
                        .asString();

        assertThat(renewed).isNotEqualTo(former).isEqualTo(secret(ana));
        assertThat(calendar(renewed).has("registrations")).isTrue();
        opens(former).expectStatus().isNotFound();
    }

    @Test
    void whatWasGuessedOpensNothing() {
        var secret = secret(people.signIn(People.strangersAddress()));

        for (var guess :
                new String[] {
                    "", "x", secret.substring(1), secret + "A", "A".repeat(43), flipped(secret)
                }) {
            opens(guess).expectStatus().isNotFound();
        }
        inner.http()
                .post()
                .uri("/internal/calendars")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void onlyWhoIsSignedInHasOne() {
        http.get().uri("/api/attendees/me/calendar").exchange().expectStatus().isUnauthorized();
    }

    private static String flipped(String secret) {
        var middle = 30;
        var other = secret.charAt(middle) == 'x' ? 'y' : 'x';
        return secret.substring(0, middle) + other + secret.substring(middle + 1);
    }

    private String secret(People.SignedIn person) {
        return json(request(HttpMethod.GET, "/api/attendees/me/calendar", person.jwt()))
                .path("secret")
                .asString();
    }

    private JsonNode calendar(String secret) {
        return json(opens(secret).expectStatus().isOk());
    }

    private WebTestClient.ResponseSpec opens(String secret) {
        return inner.http()
                .post()
                .uri("/internal/calendars")
                .bodyValue(Map.of("secret", secret))
                .exchange();
    }

    private WebTestClient.ResponseSpec request(HttpMethod method, String path, String jwt) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + jwt)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        var body = answer.expectBody().returnResult().getResponseBody();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
