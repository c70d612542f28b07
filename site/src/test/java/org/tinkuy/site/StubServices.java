package org.tinkuy.site;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.testing.Callers;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/// The services' HTTP shapes, answered as a test says, over real HTTP.
final class StubServices {

    /// Spring ends the threads that all share with the first application that a test closes.
    private static final LoopResources OWN_THREADS = LoopResources.create("stub");

    static final StubServices INSTANCE = new StubServices();

    /// Tells the site where it is, before the site's server starts.
    static final class Address
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "tinkuy.site.registration-url=" + INSTANCE.url(),
                            "tinkuy.site.registration-inner-url=" + INSTANCE.url(),
                            "tinkuy.site.session-url=" + INSTANCE.url(),
                            "tinkuy.site.notification-url=" + INSTANCE.url(),
                            "tinkuy.token.keys=" + INSTANCE.url() + "/.well-known/jwks.json")
                    .applyTo(context);
        }
    }

    /// @param key of the request header Idempotency-Key
    /// @param token the bearer token that was passed on
    /// @param client from where the page was asked for, as far as it was passed on
    record Request(
            String method,
            String path,
            String body,
            @Nullable String key,
            @Nullable String token,
            @Nullable String client) {}

    /// As services read (`plain-requests`).
    private static final int LONGEST_ADDRESS = 4096;

    private static final Answer ADDRESS_TOO_LONG =
            new Answer(414, "{\"type\":\"urn:tinkuy:problem:address-too-long\"}", Duration.ZERO);

    private static final Answer NOT_FOUND =
            new Answer(404, "{\"type\":\"urn:tinkuy:problem:not-found\"}", Duration.ZERO);

    private record Answer(int status, String body, Duration delay) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<UUID, String> seats = new ConcurrentHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final DisposableServer server =
            HttpServer.create()
                    .runOn(OWN_THREADS)
                    .host("127.0.0.1")
                    .port(0)
                    .handle(this::handle)
                    .bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /// @param route such as `POST /api/registrations`
    void answers(String route, int status, String body) {
        answers.put(route, new Answer(status, body, Duration.ZERO));
    }

    void answersLate(String route, Duration delay, String body) {
        answers.put(route, new Answer(200, body, delay));
    }

    /// Told whenever that session is among those that are asked about.
    ///
    /// @param counts such as `"taken":3,"waiting":0`
    void tellsSeats(UUID session, String counts) {
        seats.put(session, "{\"sessionId\":\"%s\",%s}".formatted(session, counts));
    }

    void reset() {
        answers.clear();
        seats.clear();
        synchronized (requests) {
            requests.clear();
        }
        answers("GET /.well-known/jwks.json", 200, Callers.publishedKeys());
        answers("GET /api/seats", 200, "[]");
    }

    List<Request> requests(String route) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> route.equals(request.method() + " " + path(request.path())))
                    .toList();
        }
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .defaultIfEmpty("")
                .flatMap(body -> answer(request, body, response));
    }

    private Mono<Void> answer(HttpServerRequest request, String body, HttpServerResponse response) {
        synchronized (requests) {
            requests.add(
                    new Request(
                            request.method().name(),
                            request.uri(),
                            body,
                            request.requestHeaders().get("Idempotency-Key"),
                            request.requestHeaders().get("Authorization"),
                            request.requestHeaders().get("X-Forwarded-For")));
        }
        var answer = answer(request.method().name(), request.uri());
        var sent =
                response.status(answer.status())
                        .header(
                                HttpHeaderNames.CONTENT_TYPE,
                                answer.status() < 400
                                        ? "application/json"
                                        : "application/problem+json")
                        .sendString(Mono.just(answer.body()))
                        .then();
        return answer.delay().isZero() ? sent : Mono.delay(answer.delay()).then(sent);
    }

    private Answer answer(String method, String uri) {
        if (uri.length() > LONGEST_ADDRESS) {
            return ADDRESS_TOO_LONG;
        }
        var route = method + " " + path(uri);
        return route.equals("GET /api/seats") && !seats.isEmpty()
                ? new Answer(200, seatsIn(uri), Duration.ZERO)
                : answers.getOrDefault(route, NOT_FOUND);
    }

    private String seatsIn(String uri) {
        return seats.entrySet().stream()
                .filter(told -> uri.contains(told.getKey().toString()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String path(String uri) {
        return uri.replaceFirst("\\?.*", "");
    }
}
