package org.tinkuy.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Every command of the project's Markdown, run as it is written against the running system, in the
/// order in which it stands there, with what an operator would put in for `$…` and `<…>`.
@WithTinkuy
class DocumentedCommandsIT {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath().resolveSibling("");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BURIED_WITHIN = Duration.ofMinutes(1);

    /// What the files give `ask`, and what it gives curl.
    private static final List<String> ASK =
            List.of(
                    "curl",
                    "-H",
                    "Authorization: Bearer $TINKUY_INNER_SECRET",
                    "-H",
                    "Content-Type: application/json");

    private static final Map<Integer, String> PORTS =
            Map.of(
                    8080, "TINKUY_PORT",
                    8025, "TINKUY_INBOX_PORT",
                    8091, "TINKUY_SITE_INNER_PORT",
                    8092, "TINKUY_REGISTRATION_INNER_PORT",
                    8093, "TINKUY_SESSION_INNER_PORT",
                    8094, "TINKUY_NOTIFICATION_INNER_PORT");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> known = new HashMap<>();
    private final TinkuySystem system;

    DocumentedCommandsIT(TinkuySystem system) {
        this.system = system;
    }

    @Test
    void areAnsweredAsTheySay() throws Exception {
        var commands = DocumentedCommands.under(CHECKOUT);
        assertThat(commands).hasSizeGreaterThan(8);
        assertThat(Files.readString(CHECKOUT.resolve("inbox/README.md"), UTF_8))
                .contains(
                        "ask() { curl -H \"Authorization: Bearer $TINKUY_INNER_SECRET\""
                                + " -H 'Content-Type: application/json' \"$@\"; }");
        known.put("$TINKUY_INNER_SECRET", new Operator(system).secret());
        bury();
        bury();
        for (var command : commands) {
            if (command.service().isPresent()) {
                operate(command, command.service().get());
            } else {
                curl(command);
            }
        }
    }

    /// Something that nobody can read, so that there is a dead letter to settle.
    private void bury() {
        var before = letters();
        var kafka =
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + system.port("TINKUY_KAFKA_PORT"));
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>("sign-ins", "key", "no CloudEvent"));
        }
        Await.until("the letter", BURIED_WITHIN, () -> letters() > before);
    }

    private int letters() {
        var answer = new Operator(system).get("NOTIFICATION", "/actuator/deadletters");
        assertThat(answer.statusCode()).isEqualTo(200);
        var letters = JSON.readTree(answer.body());
        if (!letters.isEmpty()) {
            known.put("<letter>", letters.path(0).path("letter").asString());
        }
        return letters.size();
    }

    private void curl(DocumentedCommands.Command command) throws Exception {
        var words = new ArrayList<>(command.words());
        if (words.getFirst().equals("ask")) {
            words.removeFirst();
            words.addAll(0, ASK);
        }
        var request = HttpRequest.newBuilder();
        @Nullable String method = null;
        @Nullable String body = null;
        for (var n = 1; n < words.size(); n++) {
            switch (words.get(n)) {
                case "-H" -> {
                    var header = filled(words.get(++n)).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-X" -> method = words.get(++n);
                case "-d", "--data-binary" -> body = body(words.get(++n));
                default -> request.uri(address(filled(words.get(n))));
            }
        }
        if (body != null && !words.toString().contains("Content-Type: ")) {
            request.header("Content-Type", "application/x-www-form-urlencoded"); // as curl does
        }
        var given = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        request.method(method != null ? method : body == null ? "GET" : "POST", given);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(command.place() + ": " + answer.body())
                .isBetween(200, 299);
        remember(answer.body());
    }

    private String body(String written) {
        return written.equals("@programme.yaml")
                ? """
                programmes:
                  - slug: %s
                    title: {en: "Ours"}
                    organisers: ["Our association"]
                    time_zone: America/Lima
                    mode: online
                    sessions:
                      - {kind: workshop, title: {en: "First steps"}, date: 2027-03-10, starts: "18:00", ends: "20:00"}
                """
                        .formatted("ours-" + UUID.randomUUID())
                : filled(written);
    }

    /// Longer names first: one may begin with another.
    private String filled(String text) {
        var filled = text;
        for (var name :
                known.keySet().stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .toList()) {
            filled = filled.replace(name, Objects.requireNonNull(known.get(name)));
        }
        assertThat(filled).doesNotContainPattern("\\$[A-Z]|<[a-z]+>");
        return filled;
    }

    private URI address(String documented) {
        var address = URI.create(documented);
        var port = Objects.requireNonNull(PORTS.get(address.getPort()), documented);
        return URI.create(
                documented.replace(
                        "localhost:" + address.getPort(), "127.0.0.1:" + system.port(port)));
    }

    /// What the next command needs of the answer.
    private void remember(String body) {
        if (!body.startsWith("{")) {
            return;
        }
        var answer = JSON.readTree(body);
        if (answer.has("browserSecret")) {
            known.put("$CHALLENGE", answer.path("challengeId").asString());
            known.put("$SECRET", answer.path("browserSecret").asString());
            known.put("$CODE", code());
        }
        if (answer.has("token")) {
            known.put("$TOKEN", answer.path("token").asString());
        }
    }

    private String code() {
        var inbox = system.inbox();
        var link = "/sign-in/" + known.get("$CHALLENGE");
        Await.until(
                "the code",
                BURIED_WITHIN,
                () ->
                        inbox.of(TinkuySystem.ORGANISER).stream()
                                .anyMatch(mail -> mail.text().contains(link)));
        return inbox.of(TinkuySystem.ORGANISER).stream()
                .filter(mail -> mail.text().contains(link))
                .toList()
                .getLast()
                .code();
    }

    /// As in the container, whose `operate` is `docker/operate`.
    private void operate(DocumentedCommands.Command command, String service) throws Exception {
        var port = service.replace("-service", "").toUpperCase(Locale.ROOT);
        var words = new ArrayList<>(List.of("bash", "docker/operate"));
        words.addAll(command.words());
        var process = new ProcessBuilder(words).directory(CHECKOUT.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("TINKUY_"));
        var setting = "TINKUY_" + port + "_INNER_PORT";
        process.environment().put(setting, String.valueOf(system.port(setting)));
        process.environment().put("TINKUY_INNER_SECRET", new Operator(system).secret());
        var running = process.redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(command.place() + ": " + said).isZero();
        assertThat(JSON.readTree(said).isObject()).as(said).isTrue();
    }

    @Test
    void addressesThatAreToBeOpenedAnswer() throws IOException, InterruptedException {
        var opened = Pattern.compile("[<(](http://localhost:80(?:80|25)[^>)]*)[>)]");
        try (var files = Files.walk(CHECKOUT, 2)) {
            for (var file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                for (var found : opened.matcher(Files.readString(file)).results().toList()) {
                    var request = HttpRequest.newBuilder(address(found.group(1))).build();
                    assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                            .as(file + ": " + found.group(1))
                            .isLessThan(400);
                }
            }
        }
    }
}
