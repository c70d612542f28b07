package org.tinkuy.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first organiser, at work through the gateway like any program: signs in by the mailed code,
/// schedules sessions, counts who registered.
final class Organiser implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGE = 200;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String inbox;
    private final String token;

    Organiser(TinkuySystem system) throws IOException, InterruptedException {
        this.gateway = "http://localhost:" + system.gatewayPort();
        this.inbox = "http://localhost:" + system.inboxPort();
        this.token = signIn();
    }

    private String signIn() throws IOException, InterruptedException {
        var challenge =
                post(
                        "/api/sign-ins",
                        """
                        {"address":"%s","language":"en"}\
                        """
                                .formatted(TinkuySystem.ORGANISER),
                        "");
        var confirmed =
                post(
                        "/api/sign-ins/%s/confirmation".formatted(text(challenge, "challengeId")),
                        """
                        {"browserSecret":"%s","code":"%s","device":"benchmark"}\
                        """
                                .formatted(text(challenge, "browserSecret"), mailedCode()),
                        "");
        return text(confirmed, "token");
    }

    private String mailedCode() throws IOException, InterruptedException {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            for (var message : get(inbox + "/api/v1/messages", "").path("messages")) {
                var body = get(inbox + "/api/v1/message/" + text(message, "ID"), "");
                var code = CODE.matcher(text(body, "Text"));
                if (message.path("To").toString().contains(TinkuySystem.ORGANISER) && code.find()) {
                    return code.group(1);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException("no code came by mail");
    }

    /// Of the device that signed in.
    String token() {
        return token;
    }

    UUID anyProgramme() throws IOException, InterruptedException {
        var programmes = get(gateway + "/api/programmes", "");
        var first = programmes.isArray() ? programmes.path(0) : programmes.path("items").path(0);
        return UUID.fromString(text(first, "id"));
    }

    /// A session of tomorrow with that many seats, known to registration-service.
    UUID schedule(UUID programme, String title, int capacity, LocalDate today)
            throws IOException, InterruptedException {
        return schedule(programme, title, 1, capacity, today).getFirst();
    }

    /// So many of them at the same time.
    List<UUID> schedule(UUID programme, String title, int sessions, int capacity, LocalDate today)
            throws IOException, InterruptedException {
        var ids = new ArrayList<UUID>();
        for (var number = 0; number < sessions; number++) {
            ids.add(create(programme, title, capacity, today));
        }
        for (var id : ids) {
            awaitKnown(id);
        }
        return ids;
    }

    private UUID create(UUID programme, String title, int capacity, LocalDate today)
            throws IOException, InterruptedException {
        var session =
                post(
                        "/api/programmes/%s/sessions".formatted(programme),
                        String.format(
                                Locale.ROOT,
                                """
                                {"kind":"hub","title":{"es":"%s","en":"%s"},"date":"%s","starts":"10:00","ends":"12:00",\
                                "timeZone":"America/Lima","capacity":%d}\
                                """,
                                title,
                                title,
                                today.plusDays(1),
                                capacity),
                        token);
        return UUID.fromString(text(session, "id"));
    }

    private void awaitKnown(UUID session) throws IOException, InterruptedException {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (!isKnown(session)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("registration-service does not know " + session);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    void cancel(UUID session) throws IOException, InterruptedException {
        var _ = post("/api/sessions/%s/cancellation".formatted(session), "{}", token);
    }

    private boolean isKnown(UUID session) throws IOException, InterruptedException {
        return !get(gateway + "/api/seats?sessionId=" + session, "").isEmpty();
    }

    /// How many registrations the organiser's list holds.
    int registrations(UUID programme, UUID session) throws IOException, InterruptedException {
        var address =
                String.format(
                        Locale.ROOT,
                        "%s/api/registrations?programmeId=%s&sessionId=%s&limit=%d",
                        gateway,
                        programme,
                        session,
                        PAGE);
        var count = 0;
        for (var after = ""; ; ) {
            var page = get(address + (after.isEmpty() ? "" : "&after=" + after), token);
            count += page.path("items").size();
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return count;
            }
            after = text(page, "next");
        }
    }

    private JsonNode post(String path, String body, String bearer)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(gateway + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                bearer);
    }

    private JsonNode get(String address, String bearer) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)), bearer);
    }

    private JsonNode send(HttpRequest.Builder request, String bearer)
            throws IOException, InterruptedException {
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%s: %d %s",
                            answer.uri(),
                            answer.statusCode(),
                            answer.body()));
        }
        return json.readTree(answer.body());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    @Override
    public void close() {
        http.close();
    }
}
