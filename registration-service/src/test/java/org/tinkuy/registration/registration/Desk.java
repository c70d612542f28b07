package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.SessionId;
import tools.jackson.databind.JsonNode;

/// Registering over HTTP, as a browser does that nobody has signed in with yet.
final class Desk {

    /// @param registrations as they were answered
    record Asked(UUID challengeId, String browserSecret, JsonNode registrations) {

        static Asked of(JsonNode signIn, JsonNode registrations) {
            return new Asked(
                    UUID.fromString(signIn.path("challengeId").asString()),
                    signIn.path("browserSecret").asString(),
                    registrations);
        }

        String seat() {
            return registrations.at("/0/seat").asString();
        }
    }

    private final WebTestClient http;
    private final People people;

    Desk(WebTestClient http, People people) {
        this.http = http;
        this.people = people;
    }

    Asked ask(String address, String name, SessionId... sessions) {
        return ask(null, address, name, sessions);
    }

    Asked ask(@Nullable String network, String address, String name, SessionId... sessions) {
        var body = new HashMap<String, Object>();
        body.put("address", address);
        body.put("name", name);
        body.put("language", "es");
        body.put("sessionIds", List.of(sessions).stream().map(SessionId::value).toList());
        var answer = json(post(null, body, network).expectStatus().isCreated());
        return Asked.of(answer.path("signIn"), answer.path("registrations"));
    }

    WebTestClient.ResponseSpec register(
            People.SignedIn caller, @Nullable String name, SessionId... sessions) {
        var body = new HashMap<String, Object>();
        if (name != null) {
            body.put("name", name);
        }
        body.put("sessionIds", List.of(sessions).stream().map(SessionId::value).toList());
        return post(caller, body, null);
    }

    private WebTestClient.ResponseSpec post(
            People.@Nullable SignedIn caller, Map<String, Object> body, @Nullable String network) {
        return http.post()
                .uri("/api/registrations")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .headers(headers -> {
                    if (caller != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, caller.bearer());
                    }
                    if (network != null) {
                        headers.set("X-Forwarded-For", network);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    Asked renew(Asked former) {
        var answer = json(tryToRenew(former).expectStatus().isAccepted());
        return Asked.of(answer, answer.path("registrations"));
    }

    WebTestClient.ResponseSpec tryToRenew(Asked former) {
        return http.post()
                .uri("/api/sign-ins/{id}/renewal", former.challengeId())
                .bodyValue(Map.of("browserSecret", former.browserSecret(), "language", "en"))
                .exchange();
    }

    String state(UUID challengeId) {
        return json(http.get()
                        .uri("/api/sign-ins/{id}", challengeId)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("state")
                .asString();
    }

    WebTestClient.ResponseSpec withdraw(Asked asked) {
        return http.post()
                .uri("/api/sign-ins/{id}/withdrawal", asked.challengeId())
                .bodyValue(Map.of("browserSecret", asked.browserSecret()))
                .exchange();
    }

    /// What became of what the code was to confirm.
    JsonNode confirm(Asked asked) {
        return json(type(asked, people.mailedCode(asked.challengeId())).expectStatus().isCreated())
                .path("registrations");
    }

    WebTestClient.ResponseSpec type(Asked asked, String code) {
        return http.post()
                .uri("/api/sign-ins/{id}/confirmation", asked.challengeId())
                .bodyValue(Map.of("browserSecret", asked.browserSecret(), "code", code))
                .exchange();
    }

    /// Name and status of each, in order.
    List<String> mine(People.SignedIn caller) {
        return get(caller, "/api/attendees/me/registrations")
                .valueStream()
                .map(it -> it.path("name").asString() + " " + it.path("status").asString())
                .toList();
    }

    JsonNode get(People.SignedIn caller, String uri, Object... values) {
        return json(
                http.get()
                        .uri(uri, values)
                        .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    static JsonNode problem(WebTestClient.ResponseSpec response, int status, String name) {
        var problem = json(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tinkuy:problem:" + name);
        return problem;
    }

    static JsonNode json(WebTestClient.ResponseSpec response) {
        return requireNonNull(response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
