package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.tinkuy.endtoend.TinkuySystem;

/// PostgreSQL's data while it is written to, and the secrets: what `pg_basebackup` does, by the
/// functions that it calls (PostgreSQL 18, 25.3.3), because the embedded server comes without it.
record BaseBackup(Path directory) {

    /// The server's own, or made anew by it.
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "pg_wal");

    static BaseBackup of(TinkuySystem system, Path directory) throws IOException, SQLException {
        var postgres = system.data().resolve("postgresql");
        try (var server = connect(system);
                var statement = server.createStatement()) {
            statement.execute("select pg_backup_start('restored by a test', fast => true)");
            copy(postgres, directory.resolve("postgresql"), LEFT_OUT);
            Files.createDirectories(directory.resolve("postgresql/pg_replslot"));
            try (var stop =
                    statement.executeQuery(
                            "select labelfile from pg_backup_stop(wait_for_archive => false)")) {
                stop.next();
                Files.writeString(
                        directory.resolve("postgresql/backup_label"), stop.getString("labelfile"));
            }
        }
        copy(postgres.resolve("pg_wal"), directory.resolve("postgresql/pg_wal"), Set.of());
        copy(system.data().resolve("secrets"), directory.resolve("secrets"), Set.of());
        return new BaseBackup(directory);
    }

    private static Connection connect(TinkuySystem system) throws IOException, SQLException {
        return DriverManager.getConnection(
                String.format(
                        Locale.ROOT,
                        "jdbc:postgresql://127.0.0.1:%d/postgres",
                        system.port("TINKUY_POSTGRES_PORT")),
                "postgres",
                Files.readString(system.data().resolve("secrets/database-superuser")).strip());
    }

    /// To where nothing is yet.
    void restoreTo(TinkuySystem system) throws IOException {
        copy(directory, system.data(), Set.of());
    }

    /// What is deleted meanwhile is not needed: the write-ahead log tells of it.
    static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path found, BasicFileAttributes attributes) throws IOException {
                        if (isLeftOut(found)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        var copied = Files.createDirectories(to.resolve(from.relativize(found)));
                        Files.setPosixFilePermissions(copied, Files.getPosixFilePermissions(found));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path found, BasicFileAttributes attributes)
                            throws IOException {
                        if (!isLeftOut(found)) {
                            try {
                                Files.copy(found, to.resolve(from.relativize(found)));
                            } catch (NoSuchFileException _) {
                                return FileVisitResult.CONTINUE;
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path found, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }

                    private boolean isLeftOut(Path found) {
                        return leftOut.contains(found.getFileName().toString());
                    }
                });
    }
}
