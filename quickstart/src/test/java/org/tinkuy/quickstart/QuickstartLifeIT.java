package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are other there")
class QuickstartLifeIT {

    @TempDir Path directory;
    private final Map<String, String> ports = RunningQuickstart.freePorts();

    @BeforeEach
    void build() throws IOException {
        FakeService.buildAll(directory);
    }

    @Test
    void keepsDataAndLeavesNoProcessWhetherStoppedOrKilled() throws Exception {
        var first = start();
        execute("CREATE TABLE seat (number int)");
        var stopped = processes(first);
        first.process.destroy();
        assertThat(first.awaitExit()).isEqualTo(143);
        assertThat(first.output()).contains("Tinkuy has stopped.");
        assertThat(stopped).noneMatch(ProcessHandle::isAlive);
        assertThat(postgresLock()).doesNotExist();

        var second = start();
        execute("INSERT INTO seat VALUES (1)");
        var killed = processes(second);
        second.process.destroyForcibly();
        second.awaitExit();
        var third = start(); // at once, while the former processes are still busy ending
        assertThat(killed).noneMatch(ProcessHandle::isAlive);
        execute("INSERT INTO seat VALUES (2)");

        var left = processes(third);
        third.process.destroyForcibly();
        third.awaitExit();
        RunningQuickstart.await(
                "the end of every process", () -> left.stream().noneMatch(ProcessHandle::isAlive));
        RunningQuickstart.await("the end of PostgreSQL", () -> Files.notExists(postgresLock()));
    }

    @Test
    void saysWhichPortIsTakenAndWhichSettingChangesIt() throws Exception {
        var port = Integer.parseInt(ports.getOrDefault("TINKUY_INBOX_PORT", ""));
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

    @Test
    void stopsWithTheWordsOfEachServiceThatRefusesItsSettings() throws Exception {
        ports.put("TINKUY_TEST_REFUSES", "notification-service,gateway");

        var refused = RunningQuickstart.start(directory, ports);

        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.output())
                .contains("notification-service refuses its settings:")
                .contains("gateway refuses its settings:")
                .contains("  TINKUY_SMTP_RATE is \"-1\".")
                .contains("Tinkuy has stopped.")
                .doesNotContain("starts again");
    }

    @Test
    void saysEverythingThatCannotBeBeforeItStartsAnything() throws Exception {
        ports.put("TINKUY_SMTP_RATE", "fast");
        ports.put("TINKUY_PUBLIC_URL", "tinkuy.example.org");
        ports.put("TINKUY_SMTP_PORT", "0");

        var refused = RunningQuickstart.start(directory, ports);

        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.output())
                .contains("TINKUY_SMTP_RATE is", "TINKUY_PUBLIC_URL is", "TINKUY_SMTP_PORT is")
                .doesNotContain("Tinkuy starts");
    }

    private RunningQuickstart start() throws IOException {
        var running = RunningQuickstart.start(directory, ports);
        running.awaitOutput("Tinkuy is ready");
        return running;
    }

    private static List<ProcessHandle> processes(RunningQuickstart running) {
        return running.process.descendants().toList();
    }

    private Path postgresLock() {
        return directory.resolve("data/postgresql/postmaster.pid");
    }

    private void execute(String statement) throws SQLException, IOException {
        var password = Files.readString(directory.resolve("data/secrets/database-registration"));
        var url =
                "jdbc:postgresql://127.0.0.1:%s/registration"
                        .formatted(ports.get("TINKUY_POSTGRES_PORT"));
        try (var connection = DriverManager.getConnection(url, "registration", password);
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
