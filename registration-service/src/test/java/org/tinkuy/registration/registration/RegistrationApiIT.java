package org.tinkuy.registration.registration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.SessionFixtures;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.MovableTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class RegistrationApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired MovableTime time;
    @Autowired BeanFactory beans;
    @LocalServerPort int port;
    private Office office;

    @BeforeEach
    void open() {
        office = new Office(beans);
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        time.reset();
        assertThat(office.audit()).isEmpty();
    }

    @Test
    void fromAnAddressToConfirmedPlaces() {
        var plenary = office.aSession(10);
        var full = office.aSession(0);
        var address = People.strangersAddress();

        var asked = created(post(null, aKey(), body(address, plenary, full)));
        assertThat(asked.at("/registrations/0/seat").asString()).isEqualTo("held");
        assertThat(asked.at("/registrations/0/heldUntil")).isEqualTo(asked.at("/signIn/expiresAt"));
        assertThat(asked.at("/registrations/1").toString())
                .isEqualTo(
                        """
                        {"sessionId":"%s","status":"pending","seat":"waiting-list"}\
                        """
                                .formatted(full.value()));
        var ana =
                people.confirmRegistration(
                        UUID.fromString(asked.at("/signIn/challengeId").asString()),
                        asked.at("/signIn/browserSecret").asString(),
                        address);

        var mine = mine(ana);
        assertThat(mine).hasSize(2);
        assertThat(mine.get(0).path("status").asString()).isEqualTo("confirmed");
        assertThat(mine.get(0).has("confirmedAt")).isTrue();
        assertThat(mine.get(1).path("status").asString()).isEqualTo("waitlisted");
        assertThat(mine.get(1).path("position").asInt()).isEqualTo(1);
    }

    @Test
    void answersAStrangerTheSameWhateverIsKnownOfTheAddress() {
        var session = office.aSession(10);
        var ana = people.signIn(People.strangersAddress());
        created(post(ana, aKey(), body(null, session)));

        var known = created(post(null, aKey(), body(ana.address(), session)));
        var unknown = created(post(null, aKey(), body(People.strangersAddress(), session)));

        assertThat(seatOf(known)).isEqualTo(seatOf(unknown));
        assertThat(known.at("/registrations/0").propertyNames())
                .isEqualTo(unknown.at("/registrations/0").propertyNames());
        assertThat(known.path("signIn").propertyNames())
                .isEqualTo(unknown.path("signIn").propertyNames());
        assertThat(mine(ana)).hasSize(1);
        assertThat(mine(ana).at("/0/status").asString()).isEqualTo("confirmed");
    }

    @Test
    void whoIsSignedInGetsASeatOrAPositionAtOnce() {
        var session = office.aSession(1);
        var ana = people.signIn(People.strangersAddress());
        var ben = people.signIn(People.strangersAddress());

        var first = created(post(ana, aKey(), body(null, session))).at("/registrations/0");
        var second =
                created(post(ben, aKey(), body(ben.address(), session))).at("/registrations/0");

        assertThat(first.path("status").asString()).isEqualTo("confirmed");
        assertThat(first.path("id").asString()).isNotEmpty();
        assertThat(second.path("status").asString()).isEqualTo("waitlisted");
        assertThat(second.path("position").asInt()).isEqualTo(1);
        seats(session).isEqualTo(1, 1, 0, 1);
    }

    @Test
    void cancelsOnesOwnRegistrationAndNobodyElses() {
        var session = office.aSession(1);
        var ana = people.signIn(People.strangersAddress());
        var ben = people.signIn(People.strangersAddress());
        var id =
                created(post(ana, aKey(), body(null, session)))
                        .at("/registrations/0/id")
                        .asString();

        cancel(ben, id).expectStatus().isNotFound();
        for (var time = 0; time < 2; time++) {
            cancel(ana, id)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("cancelled")
                    .jsonPath("$.cancelledAt")
                    .isNotEmpty();
        }
        cancel(ana, UUID.randomUUID().toString()).expectStatus().isNotFound();
        seats(session).isEqualTo(1, 0, 1, 0);
    }

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        var session = office.aSession(5);
        var key = aKey();
        var body = body(People.strangersAddress(), session);

        var first = created(post(null, key, body));
        var second = created(post(null, key, body));

        assertThat(second).isEqualTo(first);
        seats(session).isEqualTo(5, 0, 5, 0);
        post(null, key, body(People.strangersAddress(), session))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:idempotency-key-reused");
    }

    /// Whoever sends it believes that it is heeded.
    @Test
    void refusesAFieldThatThereIsNot() {
        var body = body(People.strangersAddress(), office.aSession(5));
        body.put("seats", 3);
        post(null, aKey(), body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("seats")
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-field");
    }

    @Test
    void theTraceOfARequestGoesOnThroughItsMessages() {
        var session = office.aSession(5);
        var trace = UUID.randomUUID().toString().replace("-", "");

        http.post()
                .uri("/api/registrations")
                .header("Idempotency-Key", aKey())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .bodyValue(body(People.strangersAddress(), session))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(office.traces(session))
                .hasSize(2)
                .allMatch(traceparent -> traceparent.startsWith("00-" + trace));
    }

    @Test
    void aClientThatDisconnectsFindsItsAnswerWhenItComesBack() throws IOException {
        var session = office.aSession(null);
        var keys = Stream.generate(RegistrationApiIT::aKey).limit(40).toList();
        var address = People.strangersAddress();
        for (var key : keys) {
            disconnectAfterSending(key, body(key + address, session));
        }

        for (var key : keys) {
            created(post(null, key, body(key + address, session)));
        }

        await().atMost(PATIENCE)
                .until(() -> office.statuses(session), Map.of("pending", 40L)::equals);
        assertThat(office.messages(session)).hasSize(40);
    }

    private void disconnectAfterSending(String key, Map<String, Object> body) throws IOException {
        var json = JsonMapper.shared().writeValueAsString(body);
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            String.format(
                                            Locale.ROOT,
                                            """
                                            POST /api/registrations HTTP/1.1
                                            Host: localhost
                                            Idempotency-Key: %s
                                            Content-Type: application/json
                                            Content-Length: %d

                                            %s\
                                            """,
                                            key,
                                            json.length(),
                                            json)
                                    .replace("\n", "\r\n")
                                    .getBytes(US_ASCII));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "address, , required",
        "address, '', invalid-address",
        "address, nobody, invalid-address",
        "name, , required",
        "language, de, unknown-language",
        "language, '', unknown-language",
        "timeZone, Lima, invalid-time-zone",
        "sessionIds, , required",
    })
    void namesTheFieldThatIsWrong(String field, @Nullable String value, String code) {
        var body = body(People.strangersAddress(), office.aSession(1));
        body.put(field, value);

        var problem = problem(post(null, aKey(), body), 400, "invalid-request");

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void refusesSessionsThatTakeNoRegistrations() {
        var ended = office.aSession(1);
        office.publish(ended, 1, Admission.OPEN, time.instant().minusSeconds(1));
        var closed = office.aSession(1);
        office.publish(closed, 1, Admission.INVITATION, null);
        var unknown = new SessionId(UUID.randomUUID());
        var open = office.aSession(1);
        var address = People.strangersAddress();

        var none =
                problem(post(null, aKey(), body(address, open, unknown)), 400, "invalid-request");
        assertThat(none.at("/errors/0/field").asString()).isEqualTo("sessionIds[1]");
        assertThat(none.at("/errors/0/code").asString()).isEqualTo("unknown-session");
        problem(post(null, aKey(), body(address, open, ended)), 409, "session-ended");
        var cancelled = office.aSession(1);
        office.cancel(cancelled);
        problem(post(null, aKey(), body(address, open, cancelled)), 409, "session-cancelled");
        problem(post(null, aKey(), body(address, open, closed)), 409, "by-invitation");
        seats(open).isEqualTo(1, 0, 1, 0);
    }

    @Test
    void wantsAnIdempotencyKey() {
        var body = body(People.strangersAddress(), office.aSession(1));

        problem(post(null, null, body), 400, "idempotency-key-missing");
        problem(post(null, "short", body), 400, "idempotency-key-invalid");
    }

    @Test
    void refusesAnotherAddressThanThatOfTheSignedIn() {
        var ana = people.signIn(People.strangersAddress());
        var body = body(People.strangersAddress(), office.aSession(1));

        var problem = problem(post(ana, aKey(), body), 400, "invalid-request");

        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("other-address");
    }

    @Test
    void anOrganiserReadsTheListInPages() {
        var organiser = people.organiser();
        var session = office.aSession(2);
        for (var number = 0; number < 3; number++) {
            created(post(people.signIn(People.strangersAddress()), aKey(), body(null, session)));
        }

        var first = list(organiser, "sessionId=" + session.value() + "&limit=2");
        var next = first.path("next").asString();
        var second = list(organiser, "sessionId=" + session.value() + "&limit=2&after=" + next);

        assertThat(first.path("items")).hasSize(2);
        assertThat(first.at("/items/0/attendee/address").asString()).contains("stranger-");
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/position").asInt()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        var programme = "programmeId=" + SessionFixtures.PROGRAMME.value();
        assertThat(list(organiser, programme + "&status=waitlisted").path("items")).isNotEmpty();
    }

    @Test
    void nobodyElseReadsTheList() {
        var ana = people.signIn(People.strangersAddress());

        get(ana, "/api/registrations").expectStatus().isForbidden();
        get(ana, "/api/registrations?programmeId=" + SessionFixtures.PROGRAMME.value())
                .expectStatus()
                .isForbidden();
        http.get().uri("/api/registrations").exchange().expectStatus().isUnauthorized();
        http.get()
                .uri("/api/attendees/me/registrations")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @FunctionalInterface
    private interface Seats {
        void isEqualTo(int capacity, int taken, int left, int waiting);
    }

    private Seats seats(SessionId session) {
        return (capacity, taken, left, waiting) ->
                http.get()
                        .uri(
                                "/api/seats?sessionId={a}&sessionId={b}",
                                session.value(),
                                session.value())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .json(
                                String.format(
                                        Locale.ROOT,
                                        """
                                        [{"sessionId":"%s","capacity":%d,"taken":%d,"left":%d,"waiting":%d}]
                                        """,
                                        session.value(),
                                        capacity,
                                        taken,
                                        left,
                                        waiting));
    }

    private static String seatOf(JsonNode answer) {
        return answer.at("/registrations/0/seat").asString();
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> body(@Nullable String address, SessionId... sessions) {
        var body = new HashMap<String, Object>();
        if (address != null) {
            body.put("address", address);
        }
        body.put("name", "Ana Quispe");
        body.put("language", "es");
        body.put("sessionIds", List.of(sessions).stream().map(SessionId::value).toList());
        return body;
    }

    private WebTestClient.ResponseSpec post(
            People.@Nullable SignedIn caller, @Nullable String key, Map<String, Object> body) {
        var request = http.post().uri("/api/registrations");
        if (caller != null) {
            request = request.header(HttpHeaders.AUTHORIZATION, caller.bearer());
        }
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return request.bodyValue(body).exchange();
    }

    private static JsonNode created(WebTestClient.ResponseSpec response) {
        return json(response.expectStatus().isCreated());
    }

    private static JsonNode problem(WebTestClient.ResponseSpec response, int status, String name) {
        var problem = json(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tinkuy:problem:" + name);
        return problem;
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return requireNonNull(response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private WebTestClient.ResponseSpec get(People.SignedIn caller, String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, caller.bearer()).exchange();
    }

    private JsonNode mine(People.SignedIn caller) {
        return json(get(caller, "/api/attendees/me/registrations").expectStatus().isOk());
    }

    private JsonNode list(People.SignedIn caller, String query) {
        return json(get(caller, "/api/registrations?" + query).expectStatus().isOk());
    }

    private WebTestClient.ResponseSpec cancel(People.SignedIn caller, String id) {
        return http.post()
                .uri("/api/registrations/{id}/cancellation", id)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .exchange();
    }
}
