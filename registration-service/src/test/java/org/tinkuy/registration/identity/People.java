package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.InnerSide;

/// People who use the service over HTTP as a browser behind the gateway does.
public final class People {

    /// @param jwt what the gateway would pass on
    public record SignedIn(
            UUID attendeeId, UUID deviceSessionId, String address, String token, String jwt) {

        public String bearer() {
            return "Bearer " + jwt;
        }
    }

    record Challenge(UUID challengeId, String browserSecret, @Nullable Instant notMailedUntil) {

        Challenge(UUID challengeId, String browserSecret) {
            this(challengeId, browserSecret, null);
        }
    }

    record Opened(String token, UUID deviceSessionId, UUID attendeeId) {}

    record Exchanged(String jwt, UUID deviceSessionId) {}

    private static final AtomicInteger STRANGERS = new AtomicInteger();

    private final WebTestClient http;
    private final InnerSide inner;
    private final SignInCodes codes;

    private @Nullable SignedIn organiser;

    People(WebTestClient http, InnerSide inner, SignInCodes codes) {
        this.http = http;
        this.inner = inner;
        this.codes = codes;
    }

    /// An address that nobody used before.
    public static String strangersAddress() {
        return "stranger-" + STRANGERS.incrementAndGet() + "@example.org";
    }

    public SignedIn signIn(String address) {
        var challenge = ask(address);
        var opened = confirm(challenge.challengeId(), challenge.browserSecret());
        var jwt = exchange(opened.token()).jwt();
        return new SignedIn(
                opened.attendeeId(), opened.deviceSessionId(), address, opened.token(), jwt);
    }

    /// The first organiser, signed in once for all tests that ask as one: an address is mailed ten
    /// codes an hour.
    public synchronized SignedIn organiser() {
        var known = organiser;
        organiser =
                known == null || !isSignedIn(known)
                        ? signIn("organiser@example.org")
                        : new SignedIn(
                                known.attendeeId(),
                                known.deviceSessionId(),
                                known.address(),
                                known.token(),
                                exchange(known.token()).jwt());
        return organiser;
    }

    private boolean isSignedIn(SignedIn device) {
        return tryToExchange(device.token())
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }

    /// In the same browser, which the gateway still knows as signed in.
    public SignedIn signInAgain(SignedIn before) {
        var challenge = ask(before.address());
        var opened =
                requireNonNull(
                        answerFrom(
                                        before,
                                        challenge.challengeId(),
                                        challenge.browserSecret(),
                                        mailedCode(challenge.challengeId()))
                                .expectStatus()
                                .isCreated()
                                .expectBody(Opened.class)
                                .returnResult()
                                .getResponseBody());
        return new SignedIn(
                opened.attendeeId(),
                opened.deviceSessionId(),
                before.address(),
                opened.token(),
                exchange(opened.token()).jwt());
    }

    /// Who registered without being signed in and now types the code.
    public SignedIn confirmRegistration(UUID challengeId, String browserSecret, String address) {
        var opened = confirm(challengeId, browserSecret);
        return new SignedIn(
                opened.attendeeId(),
                opened.deviceSessionId(),
                address,
                opened.token(),
                exchange(opened.token()).jwt());
    }

    /// Asks for a code and leaves it at that.
    public UUID open(String address) {
        return ask(address).challengeId();
    }

    public String mailedCode(UUID challengeId) {
        return codes.code(challengeId);
    }

    /// Six digits that are not the code.
    String wrongCode(UUID challengeId) {
        return mailedCode(challengeId).equals("000000") ? "000001" : "000000";
    }

    Challenge ask(String address) {
        return requireNonNull(
                http.post()
                        .uri("/api/sign-ins")
                        .bodyValue(Map.of("address", address, "language", "en"))
                        .exchange()
                        .expectStatus()
                        .isAccepted()
                        .expectBody(Challenge.class)
                        .returnResult()
                        .getResponseBody());
    }

    WebTestClient.ResponseSpec renew(Challenge challenge) {
        return http.post()
                .uri("/api/sign-ins/{id}/renewal", challenge.challengeId())
                .bodyValue(Map.of("browserSecret", challenge.browserSecret()))
                .exchange();
    }

    WebTestClient.ResponseSpec answer(UUID challengeId, String browserSecret, String code) {
        return http.post()
                .uri("/api/sign-ins/{id}/confirmation", challengeId)
                .bodyValue(Map.of("browserSecret", browserSecret, "code", code))
                .exchange();
    }

    WebTestClient.ResponseSpec answerFrom(
            SignedIn device, UUID challengeId, String browserSecret, String code) {
        return http.post()
                .uri("/api/sign-ins/{id}/confirmation", challengeId)
                .header(HttpHeaders.AUTHORIZATION, device.bearer())
                .bodyValue(Map.of("browserSecret", browserSecret, "code", code))
                .exchange();
    }

    Exchanged exchange(String token) {
        return requireNonNull(
                tryToExchange(token)
                        .expectStatus()
                        .isOk()
                        .expectBody(Exchanged.class)
                        .returnResult()
                        .getResponseBody());
    }

    WebTestClient.ResponseSpec tryToExchange(String token) {
        return inner.http()
                .post()
                .uri("/internal/device-sessions/exchange")
                .bodyValue(Map.of("token", token))
                .exchange();
    }

    private Opened confirm(UUID challengeId, String browserSecret) {
        return requireNonNull(
                answer(challengeId, browserSecret, mailedCode(challengeId))
                        .expectStatus()
                        .isCreated()
                        .expectBody(Opened.class)
                        .returnResult()
                        .getResponseBody());
    }
}
