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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
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

    private static final String MAP = "listener.security.protocol.map";

    private static final String MODULE =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\""
                    + " password=\"for the broker\"";

    private static final Map<String, String> ASKS =
            Map.of(
                    "sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512",
                    "sasl.mechanism.inter.broker.protocol", "PLAIN",
                    "listener.name.broker.plain.sasl.jaas.config",
                            MODULE
                                    + " user_broker=\"for the broker\""
                                    + " user_registration-service=\"for the service\";",
                    "listener.name.broker.scram-sha-512.sasl.jaas.config",
                            "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                    "authorizer.class.name",
                            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users", "User:broker;User:ANONYMOUS");

    /// How a broker is reached.
    ///
    /// @param broker its settings
    /// @param admin those of an administrator
    /// @param service those of a service
    private record Way(
            Map<String, String> broker, Map<String, Object> admin, List<String> service) {

        static Way inTheClear() {
            return new Way(
                    Map.of(MAP, "BROKER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.of("security.protocol", "SASL_PLAINTEXT"),
                    List.of("--TINKUY_KAFKA_PROTOCOL=SASL_PLAINTEXT", "--TINKUY_KAFKA_SASL=PLAIN"));
        }

        /// With a certificate that the JDK does not know.
        static Way overTls(Path directory) throws Exception {
            var store = directory.resolve("broker.p12").toString();
            var certificate = directory.resolve("kafka.pem").toString();
            var secret = "of the key store";
            keytool(
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=kafka",
                    "-ext",
                    "SAN=IP:127.0.0.1",
                    "-keystore",
                    store,
                    "-storepass",
                    secret);
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-file",
                    certificate,
                    "-keystore",
                    store,
                    "-storepass",
                    secret);
            return new Way(
                    Map.of(
                            MAP,
                            "BROKER:SASL_SSL,CONTROLLER:PLAINTEXT",
                            "ssl.keystore.location",
                            store,
                            "ssl.keystore.password",
                            secret,
                            "ssl.truststore.location",
                            store,
                            "ssl.truststore.password",
                            secret),
                    Map.of(
                            "security.protocol", "SASL_SSL",
                            "ssl.truststore.type", "PEM",
                            "ssl.truststore.location", certificate),
                    List.of(
                            "--TINKUY_KAFKA_PROTOCOL=SASL_SSL",
                            "--TINKUY_KAFKA_SASL=SCRAM-SHA-512",
                            "--spring.kafka.ssl.trust-store-type=PEM",
                            "--spring.kafka.ssl.trust-store-location=file:" + certificate));
        }

        private static void keytool(String... arguments) throws Exception {
            var command = new ArrayList<>(List.of(arguments));
            command.addFirst(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        }
    }

    @Test
    void waitsForItsRightsAndWorksWithThoseThatAreListed(
            @TempDir Path directory, CapturedOutput output) throws Exception {
        worksWithWhatIsListed(Way.inTheClear(), directory, output);
    }

    @Test
    void doesSoOverTlsToo(@TempDir Path directory, CapturedOutput output) throws Exception {
        worksWithWhatIsListed(Way.overTls(directory), directory, output);
    }

    private static void worksWithWhatIsListed(Way way, Path directory, CapturedOutput output)
            throws Exception {
        var asks = new HashMap<>(ASKS);
        asks.putAll(way.broker());
        var settings =
                new EmbeddedKafka.Settings(
                        directory.resolve("kafka"), 0, directory.resolve("log"), asks);
        try (var kafka = new EmbeddedKafka(settings)) {
            kafka.start();
            try (var admin = admin(kafka, way)) {
                admin.alterUserScramCredentials(
                                List.of(
                                        new UserScramCredentialUpsertion(
                                                SERVICE,
                                                new ScramCredentialInfo(
                                                        ScramMechanism.SCRAM_SHA_512, 4096),
                                                "for the service")))
                        .all()
                        .get();
                try (var service = start(kafka, way)) {
                    admin.createTopics(List.of(new NewTopic("sessions", 1, (short) 1))).all().get();
                    signIn(service);
                    await().atMost(PATIENCE)
                            .until(() -> output.getAll().contains("AuthorizationException"));
                    assertThat(admin.listTopics().names().get()).doesNotContain("sign-ins");

                    admin.createAcls(rights()).all().get();

                    await().atMost(PATIENCE).until(() -> published(admin, "sign-ins") > 0);
                    await().atMost(PATIENCE)
                            .until(() -> admin.listGroups().all().get().size() == 1);
                }
            }
        }
    }

    private static Admin admin(EmbeddedKafka kafka, Way way) {
        var settings = new HashMap<>(way.admin());
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", MODULE + ";");
        return Admin.create(settings);
    }

    private static ConfigurableApplicationContext start(EmbeddedKafka kafka, Way way) {
        var database = TestServers.postgres().newDatabase();
        var arguments = new ArrayList<>(way.service());
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--TINKUY_DATABASE=" + database.address(),
                        "--TINKUY_DATABASE_USER=" + database.user(),
                        "--TINKUY_DATABASE_PASSWORD=" + database.password(),
                        "--TINKUY_KAFKA=" + kafka.bootstrapServers(),
                        "--TINKUY_KAFKA_USER=" + SERVICE,
                        "--TINKUY_KAFKA_PASSWORD=for the service"));
        return SpringApplication.run(
                RegistrationServiceApplication.class, arguments.toArray(String[]::new));
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
