package org.tinkuy.embedded.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinkuy.embedded.Directories;

/// Where this JVM's servers keep their data: under the module's `target`, gone when the JVM ends.
final class ServersDirectory {

    private static final Path PARENT = Path.of("target", "servers").toAbsolutePath();
    private static final Path OWN = PARENT.resolve("of-" + ProcessHandle.current().pid());

    private ServersDirectory() {}

    static Path programs() {
        return PARENT;
    }

    static synchronized Path own() {
        try {
            if (!Files.exists(OWN)) {
                deleteOrphans();
                Files.createDirectories(OWN);
            }
            return OWN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Logs stay until the next run: they tell why a test failed.
    static void stopAtTheEnd(TestServer server, Path data) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    server.stop();
                                    delete(data);
                                }));
    }

    private static void deleteOrphans() throws IOException {
        if (!Files.isDirectory(PARENT)) {
            return;
        }
        try (var directories = Files.newDirectoryStream(PARENT, "of-*")) {
            for (var directory : directories) {
                var pid = Long.parseLong(directory.getFileName().toString().substring(3));
                if (ProcessHandle.of(pid).isEmpty()) {
                    delete(directory);
                }
            }
        }
    }

    private static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            // somebody still writes there: the next run deletes it
        }
    }
}
