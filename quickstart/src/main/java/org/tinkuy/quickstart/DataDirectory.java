package org.tinkuy.quickstart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tinkuy.embedded.Platform;
import org.tinkuy.embedded.SecretFile;

/// The one directory with all state of the quickstart, held by one instance at a time.
final class DataDirectory implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /// The operating system gives the lock back, however this process ends.
    static DataDirectory lock(Path root) throws IOException {
        createPrivate(root);
        var channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefused(
                    "Tinkuy already runs with the data in %s%s. Stop it first, or use another directory: TINKUY_DATA=… (and other ports)."
                            .formatted(root, processOf(root)));
        }
        Files.writeString(root.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
        return new DataDirectory(root, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            if (!Platform.isWindows()) {
                Files.setPosixFilePermissions(
                        directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static String processOf(Path root) {
        try {
            return " (process " + Files.readString(root.resolve("pid")).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    Path postgres() {
        return root.resolve("postgresql");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path processes() {
        return root.resolve("processes");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /// One former log of each process is kept, so that logs do not grow for ever.
    void beginNewLogs() throws IOException {
        Files.createDirectories(logs());
        try (var files = Files.newDirectoryStream(logs(), "*.log")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!name.endsWith(".previous.log")) {
                    Files.move(
                            file,
                            file.resolveSibling(name.replace(".log", ".previous.log")),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// Made up at first use and kept. Parts that start beside each other ask for the same: one
    /// makes it up.
    synchronized String secret(String name) throws IOException {
        var file = root.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            createPrivate(root.resolve("secrets"));
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            SecretFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(root.resolve("pid"));
        channel.close();
    }
}
