package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tinkuy.endtoend.TinkuySystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People who register, type the code, and some of whom cancel. They do what a person does when
/// nothing answers: the same again, with the same idempotency key.
final class Crowd {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int ONE_IN_CANCELS = 10;

    private static final int CREATED = 201;
    private static final int OK = 200;

    /// A code that was used: by the try whose answer was lost.
    private static final int GONE = 410;

    private static final int TOO_MANY = 429;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String base;
    private final byte[] signInSecret;
    private final UUID session;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeats = new AtomicInteger();

    Crowd(TinkuySystem system, UUID session) throws IOException {
        this.base = system.baseUrl();
        this.signInSecret = Files.readAllBytes(system.data().resolve("secrets/sign-in"));
        this.session = session;
    }

    /// What was answered so far.
    Answered answered() {
        return new Answered(
                Set.copyOf(registered),
                Set.copyOf(confirmed),
                Set.copyOf(cancelled),
                repeats.get());
    }

    /// @param registered addresses whose registration was answered with 201
    /// @param cancelled addresses whose cancellation was answered with 200
    /// @param repeats how often somebody had to try again
    record Answered(
            Set<String> registered, Set<String> confirmed, Set<String> cancelled, int repeats) {}

    /// They come one after the other over the window; returns when the last one is through.
    void come(int people, Duration window) throws Exception {
        come(0, people, window);
    }

    /// @param first number of the first one, which is in their address
    void come(int first, int people, Duration window) throws Exception {
        var start = System.nanoTime();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, people)
                            .mapToObj(number ->
                                    each.submit(() -> {
                                        var at = start + window.toNanos() * number / people;
                                        while (System.nanoTime() < at) {
                                            LockSupport.parkNanos(at - System.nanoTime());
                                        }
                                        one(first + number);
                                        return number;
                                    }))
                            .toList();
            for (var person : all) {
                person.get();
            }
        }
    }

    private void one(int number) throws Exception {
        var address = String.format(Locale.ROOT, "person%05d@example.org", number);
        var signIn = register(address).path("signIn");
        registered.add(address);
        var token = confirm(signIn);
        confirmed.add(address);
        if (number % ONE_IN_CANCELS == 0 && !token.isEmpty()) {
            cancel(token);
            cancelled.add(address);
        }
    }

    private JsonNode register(String address) throws Exception {
        var request =
                post(
                                "/api/registrations",
                                Map.of(
                                        "address",
                                        address,
                                        "name",
                                        "Ana Quispe",
                                        "language",
                                        "es",
                                        "sessionIds",
                                        List.of(session)))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build();
        return JSON.readTree(until(request, CREATED).body());
    }

    /// @return the token; empty where only a lost answer carried it
    private String confirm(JsonNode signIn) throws Exception {
        var challenge = signIn.path("challengeId").asString();
        var answer =
                until(
                        post(
                                        "/api/sign-ins/" + challenge + "/confirmation",
                                        Map.of(
                                                "browserSecret",
                                                signIn.path("browserSecret").asString(),
                                                "code",
                                                code(challenge)))
                                .build(),
                        CREATED,
                        GONE);
        return JSON.readTree(answer.body()).path("token").asString("");
    }

    private void cancel(String token) throws Exception {
        var mine =
                until(
                        HttpRequest.newBuilder(URI.create(base + "/api/attendees/me/registrations"))
                                .header("Authorization", "Bearer " + token)
                                .timeout(ANSWER_WITHIN)
                                .build(),
                        OK);
        for (var registration : JSON.readTree(mine.body())) {
            until(
                    post(
                                    "/api/registrations/"
                                            + registration.path("id").asString()
                                            + "/cancellation",
                                    Map.of())
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    OK);
        }
    }

    private HttpRequest.Builder post(String path, Object body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .timeout(ANSWER_WITHIN)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private HttpResponse<String> until(HttpRequest request, Integer... statuses) throws Exception {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (List.of(statuses).contains(answer.statusCode())) {
                    return answer;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY) {
                    throw new AssertionError(
                            request + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                if (System.nanoTime() > limit) {
                    throw e;
                }
            }
            if (System.nanoTime() > limit) {
                throw new AssertionError("no answer to " + request);
            }
            repeats.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// As both services derive it (RFC 4226, truncation), so that nobody waits for a mail here; the
    /// mails are counted later.
    private String code(String challenge) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(signInSecret, "HmacSHA256"));
        var hash = mac.doFinal(("code:" + challenge).getBytes(StandardCharsets.UTF_8));
        var offset = hash[hash.length - 1] & 0xf;
        var number =
                (hash[offset] & 0x7f) << 24
                        | (hash[offset + 1] & 0xff) << 16
                        | (hash[offset + 2] & 0xff) << 8
                        | (hash[offset + 3] & 0xff);
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }
}
