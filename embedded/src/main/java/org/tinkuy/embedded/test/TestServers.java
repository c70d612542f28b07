package org.tinkuy.embedded.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.testcontainers.DockerClientFactory;

/// The servers that a JVM's integration tests share, started when first asked for.
///
/// The system property `tinkuy.test.servers` chooses: `embedded`, `docker` (Testcontainers), or
/// `auto`, which takes Docker where an engine answers.
public final class TestServers {

    private enum Kind {
        AUTO,
        EMBEDDED,
        DOCKER
    }

    private static final class Postgres {
        static final TestPostgres INSTANCE =
                usesDocker() ? new DockerPostgres() : new LocalPostgres();
    }

    private static final class Kafka {
        static final TestKafka INSTANCE = usesDocker() ? new DockerKafka() : new LocalKafka();
    }

    private static final class Choice {
        static final boolean DOCKER = chooseDocker();
    }

    private TestServers() {}

    public static TestPostgres postgres() {
        return Postgres.INSTANCE;
    }

    public static TestKafka kafka() {
        return Kafka.INSTANCE;
    }

    /// Both at the same time, which is faster than one after the other.
    static void startAll() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(TestServers::kafka),
                        CompletableFuture.runAsync(TestServers::postgres))
                .join();
    }

    /// A container does not keep its port over a restart.
    public static boolean areRestartable() {
        return !usesDocker();
    }

    private static boolean usesDocker() {
        return Choice.DOCKER;
    }

    private static boolean chooseDocker() {
        var name = System.getProperty("tinkuy.test.servers", "auto");
        return switch (Kind.valueOf(name.toUpperCase(Locale.ROOT))) {
            case EMBEDDED -> false;
            case DOCKER -> true;
            case AUTO -> mayHaveDocker() && DockerClientFactory.instance().isDockerAvailable();
        };
    }

    /// Testcontainers takes seconds to find out that there is nothing; this does not.
    private static boolean mayHaveDocker() {
        var home = Path.of(System.getProperty("user.home"));
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(home.resolve(".docker/run/docker.sock"))
                || Files.exists(home.resolve(".testcontainers.properties"))
                || System.getProperty("os.name").startsWith("Windows");
    }
}
