package org.tinkuy.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.embedded.EmbeddedKafka;
import org.tinkuy.embedded.test.TestServers;

/// At a broker that asks who it is and grants nothing by itself.
@ExtendWith(OutputCaptureExtension.class)
class KafkaAccessIT {

    private static final String SERVICE = "registration-service";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String MODULE =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\""
                    + " password=\"for the broker\"";

    private static final Map<String, String> ASKS =
            Map.of(
                    "listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "sasl.enabled.mechanisms", "PLAIN",
                    "sasl.mechanism.inter.broker.protocol", "PLAIN",
                    "listener.name.broker.plain.sasl.jaas.config",
                            MODULE
                                    + " user_broker=\"for the broker\""
                                    + " user_registration-service=\"for the service\";",
                    "authorizer.class.name",
                            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users", "User:broker;User:ANONYMOUS");

    @Test
    void waitsForItsRightsAndWorksWithThoseThatAreListed(
            @TempDir Path directory, CapturedOutput output) throws Exception {
        var settings =
                new EmbeddedKafka.Settings(
                        directory.resolve("kafka"), 0, directory.resolve("log"), ASKS);
        try (var kafka = new EmbeddedKafka(settings)) {
            kafka.start();
            try (var admin = admin(kafka);
                    var service = start(kafka)) {
                admin.createTopics(List.of(new NewTopic("sessions", 1, (short) 1))).all().get();
                signIn(service);
                await().atMost(PATIENCE)
                        .until(() -> output.getAll().contains("AuthorizationException"));
                assertThat(admin.listTopics().names().get()).doesNotContain("sign-ins");

                admin.createAcls(rights()).all().get();

                await().atMost(PATIENCE).until(() -> published(admin, "sign-ins") > 0);
                await().atMost(PATIENCE).until(() -> admin.listGroups().all().get().size() == 1);
            }
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        MODULE + ";"));
    }

    private static ConfigurableApplicationContext start(EmbeddedKafka kafka) {
        var database = TestServers.postgres().newDatabase();
        return SpringApplication.run(
                RegistrationServiceApplication.class,
                "--server.port=0",
                "--TINKUY_DATABASE=" + database.address(),
                "--TINKUY_DATABASE_USER=" + database.user(),
                "--TINKUY_DATABASE_PASSWORD=" + database.password(),
                "--TINKUY_KAFKA=" + kafka.bootstrapServers(),
                "--TINKUY_KAFKA_PROTOCOL=SASL_PLAINTEXT",
                "--TINKUY_KAFKA_SASL=PLAIN",
                "--TINKUY_KAFKA_USER=" + SERVICE,
                "--TINKUY_KAFKA_PASSWORD=for the service");
    }

    private static void signIn(ConfigurableApplicationContext service) throws Exception {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/sign-ins"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"address\":\"ana@example.org\",\"language\":\"es\"}"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
        }
    }

    private static long published(Admin admin, String topic) throws Exception {
        if (!admin.listTopics().names().get().contains(topic)) {
            return 0;
        }
        var partitions =
                admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(it -> it.partitions().stream())
                        .map(it -> new TopicPartition(topic, it.partition()));
        var latest = partitions.collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(it -> it.offset())
                .sum();
    }

    /// As an operator applies them.
    private static List<AclBinding> rights() throws IOException {
        try (var lines = Files.lines(Path.of("../docs/kafka-acls.txt"), UTF_8)) {
            return lines.filter(line -> line.startsWith(SERVICE + " "))
                    .map(line -> line.split(" ", -1))
                    .flatMap(KafkaAccessIT::bindings)
                    .toList();
        }
    }

    private static Stream<AclBinding> bindings(String[] right) {
        var resource =
                new ResourcePattern(
                        ResourceType.fromString(right[1].replace('-', '_')),
                        right[3],
                        PatternType.fromString(right[2].toUpperCase(Locale.ROOT)));
        return Arrays.stream(right[4].split(",", -1))
                .map(operation -> operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                .map(operation ->
                        new AclBinding(
                                resource,
                                new AccessControlEntry(
                                        "User:" + right[0],
                                        "*",
                                        AclOperation.fromString(operation),
                                        AclPermissionType.ALLOW)));
    }
}
