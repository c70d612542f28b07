package org.tinkuy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of `docs/monitoring` against the running system: it is scraped as they say, and what
/// they ask for is there.
@WithTinkuy
class MonitoringIT {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Integer, String> PORTS =
            Map.of(
                    8080, "TINKUY_PORT",
                    8091, "TINKUY_SITE_INNER_PORT",
                    8092, "TINKUY_REGISTRATION_INNER_PORT",
                    8093, "TINKUY_SESSION_INNER_PORT",
                    8094, "TINKUY_NOTIFICATION_INNER_PORT");

    private final HttpClient http = HttpClient.newHttpClient();
    private final TinkuySystem system;

    MonitoringIT(TinkuySystem system) {
        this.system = system;
    }

    @Test
    void scrapesEveryServiceWithItsSecretAndWithoutItNone() throws Exception {
        var services = new ArrayList<String>();
        for (var target : targets()) {
            services.add(target.service());
            var answer = scrape(target, target.secret());
            assertThat(answer.statusCode()).as(target.service()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(scrape(target, null).statusCode()).as(target.service()).isIn(401, 404);
            assertThat(scrape(target, "another").statusCode()).as(target.service()).isIn(401, 404);
        }
        assertThat(services)
                .containsExactlyInAnyOrder(
                        "registration-service",
                        "session-service",
                        "notification-service",
                        "site",
                        "gateway");
    }

    @Test
    void asksForNothingThatIsNotThere() throws Exception {
        // Statuses are labels only once they were answered.
        assertThat(system.status("/api/openapi/registration")).isEqualTo(200);
        var samples = Samples.none();
        for (var target : targets()) {
            var added = Map.of("job", target.job(), "service", target.service());
            samples.add(scrape(target, target.secret()).body(), added);
            samples.add("up 1", added);
        }
        var missing = new ArrayList<String>();
        for (var expression : expressions()) {
            new MetricQuery(expression)
                    .missingFrom(samples)
                    .forEach(it -> missing.add(it + " in " + expression));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void saysOfEachAlertHowUrgentItIsAndWhereToLook() throws Exception {
        for (var rule : alerts()) {
            var name = rule.path("alert").asString();
            assertThat(rule.at("/labels/severity").asString()).as(name).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asString()).as(name).isNotBlank();
            assertThat(rule.at("/annotations/look").asString()).as(name).isNotBlank();
        }
    }

    private record Target(String job, String service, URI address, String secret) {}

    private List<Target> targets() throws IOException {
        var targets = new ArrayList<Target>();
        for (var job : YAML.readTree(file("prometheus.yml")).path("scrape_configs")) {
            for (var config : job.path("static_configs")) {
                for (var target : config.path("targets")) {
                    targets.add(target(job, config, target.asString()));
                }
            }
        }
        return targets;
    }

    private Target target(JsonNode job, JsonNode config, String hostAndPort) {
        var port = Integer.parseInt(hostAndPort.split(":", -1)[1]);
        return new Target(
                job.path("job_name").asString(),
                config.at("/labels/service").asString(),
                URI.create(
                        "http://127.0.0.1:"
                                + system.port(PORTS.getOrDefault(port, hostAndPort))
                                + job.path("metrics_path").asString()),
                secret(job.at("/authorization/credentials_file").asString()));
    }

    private String secret(String file) {
        return switch (file) {
            case "/etc/prometheus/inner-secret" -> new Operator(system).secret();
            case "/etc/prometheus/metrics-key" -> TinkuySystem.METRICS_KEY;
            default -> throw new IllegalArgumentException(file);
        };
    }

    private HttpResponse<String> scrape(Target target, @Nullable String secret)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target.address());
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> expressions() throws IOException {
        var expressions = new ArrayList<String>();
        alerts().forEach(rule -> expressions.add(rule.path("expr").asString()));
        for (var panel : JSON.readTree(file("dashboard.json")).path("panels")) {
            panel.path("targets").forEach(it -> expressions.add(it.path("expr").asString()));
        }
        return expressions;
    }

    private static List<JsonNode> alerts() throws IOException {
        var rules = new ArrayList<JsonNode>();
        for (var group : YAML.readTree(file("alerts.yml")).path("groups")) {
            group.path("rules").forEach(rules::add);
        }
        return rules;
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("../docs/monitoring").resolve(name));
    }
}
