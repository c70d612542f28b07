package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and file permissions are other there")
class QuickstartIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir Path directory;
    private final Map<String, String> ports = RunningQuickstart.freePorts();
    private @Nullable RunningQuickstart running;

    @BeforeEach
    void build() throws IOException {
        FakeService.buildAll(directory);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.process.destroy();
            running.awaitExit();
        }
    }

    @Test
    void tellsEachServiceWhatItNeedsAndNoMore() throws Exception {
        start();

        assertThat(environment("TINKUY_REGISTRATION_PORT", "TINKUY_DATABASE"))
                .isEqualTo(
                        "postgresql://127.0.0.1:%s/registration",
                        ports.get("TINKUY_POSTGRES_PORT"));
        assertThat(environment("TINKUY_REGISTRATION_PORT", "TINKUY_SIGN_IN_SECRET"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(environment("TINKUY_NOTIFICATION_PORT", "TINKUY_SIGN_IN_SECRET"));
        assertThat(environment("TINKUY_PORT", "TINKUY_SIGN_IN_SECRET")).isEmpty();
        assertThat(environment("TINKUY_PORT", "TINKUY_DATABASE_PASSWORD")).isEmpty();
        assertThat(environment("TINKUY_SESSION_PORT", "TINKUY_SAMPLES"))
                .isEqualTo(directory.resolve("samples").toString());
        assertThat(environment("TINKUY_NOTIFICATION_PORT", "TINKUY_SMTP_PORT"))
                .isEqualTo(ports.get("TINKUY_SMTP_PORT"));
        assertThat(environment("TINKUY_SITE_PORT", "TINKUY_KAFKA"))
                .isEqualTo("127.0.0.1:%s", ports.get("TINKUY_KAFKA_PORT"));
        assertThat(environment("TINKUY_SITE_PORT", "TINKUY_BIND")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsSecretsToItself() throws Exception {
        start();
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
        start();

        var second = RunningQuickstart.start(directory, RunningQuickstart.freePorts());

        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.output())
                .contains("Tinkuy already runs with the data in " + directory.resolve("data"))
                .contains("process " + started().process.pid());
    }

    @Test
    void stopsEveryProcessAndKeepsTheData() throws Exception {
        start();
        execute("CREATE TABLE seat (number int)");
        var processes = processes();

        started().process.destroy();
        assertThat(started().awaitExit()).isEqualTo(143);
        assertThat(started().output()).contains("Tinkuy has stopped.");
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(directory.resolve("data/postgresql/postmaster.pid")).doesNotExist();

        start();
        execute("INSERT INTO seat VALUES (1)");
    }

    @Test
    void leavesNoProcessBehindWhenItIsKilledAndStartsAgainAtOnce() throws Exception {
        start();
        execute("CREATE TABLE seat (number int)");
        var processes = processes();

        started().process.destroyForcibly();
        started().awaitExit();
        start();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        execute("INSERT INTO seat VALUES (1)");

        var former = processes();
        started().process.destroyForcibly();
        started().awaitExit();
        running = null;
        RunningQuickstart.await(
                "the end of every process",
                () -> former.stream().noneMatch(ProcessHandle::isAlive));
        RunningQuickstart.await(
                "the end of PostgreSQL",
                () -> Files.notExists(directory.resolve("data/postgresql/postmaster.pid")));
    }

    @Test
    void startsAgainWhatEnded() throws Exception {
        start();
        var site =
                processes().stream()
                        .filter(p -> p.info().commandLine().orElse("").contains("site-1.0.jar"))
                        .findFirst()
                        .orElseThrow();

        site.destroyForcibly();

        started().awaitOutput("site has ended; it starts again in 1 s");
        RunningQuickstart.await("the site", () -> answers("TINKUY_SITE_PORT"));
    }

    @Test
    void saysWhichPortIsTakenAndWhichSettingChangesIt() throws Exception {
        var port = Integer.parseInt(ports.get("TINKUY_INBOX_PORT"));
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            var refused = RunningQuickstart.start(directory, ports);

            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("Port " + port + " for the inbox (page) is taken")
                    .contains("TINKUY_INBOX_PORT=");
        }
    }

    @Test
    void saysWhatIsNotBuilt() throws Exception {
        Files.delete(directory.resolve("site/target/site-1.0.jar"));

        var refused = RunningQuickstart.start(directory, ports);

        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.output()).contains("Not built yet").contains("site").contains("mvn");
    }

    private void start() throws IOException {
        running = RunningQuickstart.start(directory, ports);
        running.awaitOutput("Tinkuy is ready");
    }

    private RunningQuickstart started() {
        if (running == null) {
            throw new AssertionError("not started");
        }
        return running;
    }

    private List<ProcessHandle> processes() {
        return started().process.descendants().toList();
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

    private void execute(String statement) throws SQLException, IOException {
        var password = Files.readString(directory.resolve("data/secrets/database-registration"));
        var url =
                "jdbc:postgresql://127.0.0.1:%s/registration"
                        .formatted(ports.get("TINKUY_POSTGRES_PORT"));
        try (Connection connection = DriverManager.getConnection(url, "registration", password);
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
