package org.tinkuy.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs (`initdb`, `pg_ctl`, `postgres`), unpacked once from the archive on
/// the class path.
record PostgresPrograms(Path directory) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    /// The directory's name holds the archive's hash: another version is unpacked beside it.
    static PostgresPrograms unpackedUnder(Path parent) {
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            var directory = parent.resolve("postgresql-" + hash(archive)).toAbsolutePath();
            if (!Files.isDirectory(directory)) {
                unpack(archive, directory);
            }
            return new PostgresPrograms(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL under " + parent, e);
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(Platform.isWindows() ? name + ".exe" : name);
    }

    static String archiveName(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var arm = osArch.equals("aarch64") || osArch.equals("arm64");
        if (os.startsWith("windows")) {
            return "postgres-windows-x86_64.txz"; // runs on ARM by emulation
        }
        return "postgres-%s-%s.txz"
                .formatted(os.startsWith("mac") ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresPrograms.class.getClassLoader().getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException(
                    archive
                            + " is not on the class path: there is no embedded PostgreSQL for this"
                            + " operating system and processor");
        }
        return stream;
    }

    private static String hash(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Unpacks beside and renames, so that nobody ever sees half of it.
    private static void unpack(String archive, Path directory) throws IOException {
        var parent = Files.createDirectories(directory.resolve("..").normalize());
        var temporary = Files.createTempDirectory(parent, "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, temporary);
            }
        }
        try {
            Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | DirectoryNotEmptyException
                | AtomicMoveNotSupportedException e) {
            Directories.delete(temporary); // another process was faster
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream content, Path directory)
            throws IOException {
        var file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, directory.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !Platform.isWindows()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
