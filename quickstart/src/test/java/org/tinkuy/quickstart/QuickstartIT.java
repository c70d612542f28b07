package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Several tests look at one running system: a start takes seconds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and file permissions are other there")
class QuickstartIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Path directory;
    private final Map<String, String> ports = RunningQuickstart.freePorts();
    private RunningQuickstart running;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        this.directory = directory;
        FakeService.buildAll(directory);
        ports.put("TINKUY_DELIVERY_WORKERS", "8");
        running = RunningQuickstart.start(directory, ports);
        running.awaitOutput("Tinkuy is ready");
    }

    @AfterAll
    void stop() throws InterruptedException {
        running.process.destroy();
        running.awaitExit();
    }

    @Test
    void tellsEachServiceWhatItNeedsAndNoMore() throws Exception {

        assertThat(environment("TINKUY_REGISTRATION_PORT", "TINKUY_DATABASE"))
                .isEqualTo(
                        "postgresql://127.0.0.1:%s/registration",
                        ports.get("TINKUY_POSTGRES_PORT"));
        assertThat(environment("TINKUY_REGISTRATION_PORT", "TINKUY_SIGN_IN_SECRET"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(environment("TINKUY_NOTIFICATION_PORT", "TINKUY_SIGN_IN_SECRET"));
        assertThat(environment("TINKUY_PORT", "TINKUY_SIGN_IN_SECRET")).isEmpty();
        assertThat(environment("TINKUY_PORT", "TINKUY_DATABASE_PASSWORD")).isEmpty();
        assertThat(environment("TINKUY_PORT", "TINKUY_INNER_SECRET"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(environment("TINKUY_SITE_PORT", "TINKUY_INNER_SECRET"));
        assertThat(environment("TINKUY_PORT", "TINKUY_SESSION_INNER_URL"))
                .isEqualTo("http://127.0.0.1:%s", ports.get("TINKUY_SESSION_INNER_PORT"));
        assertThat(environment("TINKUY_SESSION_PORT", "TINKUY_SAMPLES"))
                .isEqualTo(directory.resolve("samples").toString());
        assertThat(environment("TINKUY_NOTIFICATION_PORT", "TINKUY_SMTP_PORT"))
                .isEqualTo(ports.get("TINKUY_SMTP_PORT"));
        assertThat(environment("TINKUY_SITE_PORT", "TINKUY_KAFKA"))
                .isEqualTo("127.0.0.1:%s", ports.get("TINKUY_KAFKA_PORT"));
        assertThat(environment("TINKUY_SITE_PORT", "TINKUY_BIND")).isEqualTo("127.0.0.1");
    }

    @Test
    void saysWhatNothingReads() {
        assertThat(running.output()).contains("Set, but read by nothing: TINKUY_DELIVERY_WORKERS");
    }

    @Test
    void keepsSecretsToItself() throws Exception {
        try (var secrets = Files.list(directory.resolve("data/secrets"))) {
            assertThat(secrets)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(f ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(f)))
                                    .isEqualTo("rw-------"));
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesASecondInstanceOnTheSameData() throws Exception {

        var second = RunningQuickstart.start(directory, RunningQuickstart.freePorts());

        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.output())
                .contains("Tinkuy already runs with the data in " + directory.resolve("data"))
                .contains("process " + running.process.pid());
    }

    @Test
    void startsAgainWhatEnded() throws Exception {
        var site =
                running.process
                        .descendants()
                        .filter(p -> p.info().commandLine().orElse("").contains("site-1.0.jar"))
                        .findFirst()
                        .orElseThrow();

        site.destroyForcibly();

        running.awaitOutput("site has ended (exit code 137); it starts again in 1 s");
        RunningQuickstart.await("the site", () -> answers("TINKUY_SITE_PORT"));
    }

    private String environment(String portSetting, String variable) throws Exception {
        return HTTP.send(request(portSetting, variable), BodyHandlers.ofString()).body();
    }

    private boolean answers(String portSetting) {
        try {
            return environment(portSetting, "TINKUY_BIND").equals("127.0.0.1");
        } catch (Exception e) {
            return false;
        }
    }

    private HttpRequest request(String portSetting, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.get(portSetting) + "/" + path))
                .build();
    }
}
