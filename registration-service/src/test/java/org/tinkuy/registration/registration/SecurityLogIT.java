package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.testing.WrittenLines;

/// What the security log tells of each flow, once, and that it tells nothing of anybody.
@RunningService
class SecurityLogIT {

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired BeanFactory beans;
    @Autowired DatabaseClient database;

    private WrittenLines lines;

    /// Starting the service sets loggers up anew.
    @BeforeEach
    void listen() {
        lines = new WrittenLines(SecurityLog.LOGGER);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void tellsOfSigningInAndOutOnce() {
        var address = People.strangersAddress();
        var name = "Zoila Unaypacha";
        var desk = new Desk(http, people);
        var asked = desk.ask(address, name, new Office(beans).aSession(3));
        desk.type(asked, wrong(asked.challengeId())).expectStatus().isEqualTo(422);
        var code = people.mailedCode(asked.challengeId());
        var person =
                people.confirmRegistration(asked.challengeId(), asked.browserSecret(), address);
        desk.type(asked, code).expectStatus().isEqualTo(410);
        var other = people.signIn(address);
        send(person, HttpMethod.DELETE, "/api/device-sessions/" + other.deviceSessionId(), 204);
        send(person, HttpMethod.POST, "/api/attendees/me/calendar/renewal", 200);
        send(person, HttpMethod.GET, "/api/registrations", 403);
        send(person, HttpMethod.DELETE, "/api/device-sessions/current", 204);

        var challenge = asked.challengeId();
        assertOnce("sign-in ", challenge, person.attendeeId(), person.deviceSessionId());
        assertOnce("sign-in-refused", challenge, "what=wrong-code");
        assertOnce("sign-in-refused", challenge, "what=challenge-over");
        assertOnce("device-ended", other.deviceSessionId(), "what=by-another-device");
        assertOnce("calendar-renewed", person.attendeeId());
        assertOnce("access-refused", person.attendeeId(), person.deviceSessionId());
        assertOnce("sign-out", person.deviceSessionId());
        for (var secret :
                new String[] {
                    address,
                    name,
                    code,
                    person.token(),
                    person.jwt(),
                    asked.browserSecret(),
                    other.token()
                }) {
            assertThat(lines.with(secret)).as(secret).isEmpty();
        }
    }

    @Test
    void tellsOfTheSessionThatEndsWhenABrowserSignsInAgain() {
        var before = people.signIn(People.strangersAddress());

        var after = people.signInAgain(before);

        assertOnce("device-ended", before.deviceSessionId(), "what=signed-in-again");
        assertOnce("sign-in ", after.deviceSessionId());
    }

    @Test
    void tellsOfARoleWhenItIsGivenAndNotEachTime() {
        database.sql("delete from grants").then().block();

        var organiser = people.signIn("organiser@example.org");
        people.signIn("organiser@example.org");

        assertOnce("role-granted", organiser.attendeeId(), "what=owner");
        assertThat(lines.with("organiser@example.org")).isEmpty();
    }

    @Test
    void tellsWhoReadsAList() {
        var organiser = people.signIn("organiser@example.org");

        send(organiser, HttpMethod.GET, "/api/registrations?limit=1", 200);

        assertOnce("list-read", organiser.attendeeId(), "programme=all", "what=registrations");
    }

    @Test
    void tellsThatACodeWasWithheld() {
        var address = People.strangersAddress();
        IntStream.range(0, 10).forEach(_ -> people.open(address));

        var challenge = people.open(address);

        assertOnce("code-withheld", challenge);
    }

    @Test
    void tellsOfATokenThatIsNoneOfOurs() {
        var before = lines.with("token-refused").size();

        http.get()
                .uri("/api/attendees/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer not.a.token")
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(lines.with("token-refused")).hasSize(before + 1);
        assertThat(lines.with("not.a.token")).isEmpty();
    }

    /// What is refused is told when the answer has left.
    private void assertOnce(Object... words) {
        await().untilAsserted(() ->
                assertThat(lines.with(words))
                        .as("%s in %s", java.util.List.of(words), lines.all())
                        .hasSize(1));
    }

    private String wrong(UUID challenge) {
        return requireNonNull(people.mailedCode(challenge)).equals("000000") ? "000001" : "000000";
    }

    private void send(People.SignedIn person, HttpMethod method, String uri, int status) {
        http.method(method)
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, person.bearer())
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }
}
