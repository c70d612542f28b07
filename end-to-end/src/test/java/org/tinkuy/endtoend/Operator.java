package org.tinkuy.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

/// Who asks the services on their inner ports, with the secret of the installation.
public record Operator(TinkuySystem system) {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);

    /// Writes every compacted topic again from the databases.
    public void republish() {
        for (var service : new String[] {"SESSION", "REGISTRATION", "NOTIFICATION"}) {
            var answer = post(service, "/actuator/republish", "{}");
            if (answer.statusCode() != 200) {
                throw new AssertionError(service + " answered " + answer.statusCode());
            }
        }
    }

    /// @param service as in the names of its ports, such as `SESSION`
    public HttpResponse<String> get(String service, String path) {
        return send(request(service, path).GET());
    }

    HttpResponse<String> post(String service, String path, String json) {
        return send(
                request(service, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:"
                                        + system.port("TINKUY_" + service + "_INNER_PORT")
                                        + path))
                .header("Authorization", "Bearer " + secret())
                .timeout(ANSWER_WITHIN);
    }

    /// What operators and services show.
    String secret() {
        try {
            return Files.readString(system.data().resolve("secrets/inner")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
