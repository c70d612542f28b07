package org.tinkuy.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.testing.RecordedTraces;

/// A gateway with stubs behind it and a real Kafka. One configuration, so that all tests share it.
@Import(RecordedTraces.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class GatewayTest {

    /// What is narrow enough here for a test to reach.
    protected static final int CODES_BURST = 5;

    protected static final int REQUESTS_PER_NETWORK = 100;

    protected static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    protected static final String INNER_SECRET = "what the services show each other";

    protected static final String METRICS_KEY = "let-the-monitoring-in";

    protected static final StubService registration = new StubService();
    protected static final StubService session = new StubService();
    protected static final StubService notification = new StubService();
    protected static final StubService site = new StubService();

    protected static final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    @LocalServerPort protected int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        var kafka = TestServers.kafka().bootstrapServers();
        createTopic(kafka);
        settings.add("TINKUY_KAFKA", () -> kafka);
        settings.add("TINKUY_REGISTRATION_URL", registration::url);
        settings.add("TINKUY_REGISTRATION_INNER_URL", registration::url);
        settings.add("TINKUY_SESSION_URL", session::url);
        settings.add("TINKUY_SESSION_INNER_URL", session::url);
        settings.add("TINKUY_NOTIFICATION_URL", notification::url);
        settings.add("TINKUY_NOTIFICATION_INNER_URL", notification::url);
        settings.add("TINKUY_SITE_URL", site::url);
        settings.add("TINKUY_SITE_INNER_URL", site::url);
        settings.add("TINKUY_BIND", () -> "127.0.0.1");
        settings.add("TINKUY_LIMIT_CODES_BURST", () -> CODES_BURST);
        settings.add("TINKUY_LIMIT_CODES_PER_MINUTE", () -> 1);
        settings.add("TINKUY_INNER_SECRET", () -> INNER_SECRET);
        settings.add("TINKUY_METRICS_KEY", () -> METRICS_KEY);
        settings.add("TINKUY_TRUSTED_PROXIES", () -> "127.0.0.1");
        settings.add("tinkuy.gateway.answers-within", () -> ANSWERS_WITHIN);
        settings.add("tinkuy.gateway.patience.service", () -> ANSWERS_WITHIN);
        settings.add("TINKUY_CONNECTIONS_PER_NETWORK", () -> REQUESTS_PER_NETWORK);
    }

    /// As registration-service declares it.
    private static void createTopic(String kafka) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(List.of(new NewTopic("device-sessions", 6, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .handle((_, failure) -> {
                        if (failure != null && !(failure instanceof TopicExistsException)) {
                            throw new IllegalStateException(failure);
                        }
                        return Optional.empty();
                    })
                    .join();
        }
    }

    @BeforeEach
    void resetStubs() {
        for (var service : List.of(registration, session, notification, site)) {
            service.reset();
        }
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(1));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    protected static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }
}
