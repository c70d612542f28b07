package org.tinkuy.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;
import org.tinkuy.embedded.Directories;
import org.tinkuy.embedded.Platform;

/// A service's jar as it was built, laid out for a faster start: Spring Boot's own `extract`, kept
/// beside the jar until that changes.
record ServiceJar(Path jar) {

    private static final long EXTRACT_LIMIT_SECONDS = 120;
    private static final String DIRECTORY = "extracted-";

    static Optional<ServiceJar> find(Path checkout, String module) {
        var target = checkout.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(f -> isService(f, module))
                    .max(Comparator.comparingLong(ServiceJar::modified))
                    .map(ServiceJar::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isService(Path file, String module) {
        var name = file.getFileName().toString();
        return name.startsWith(module + "-")
                && name.endsWith(".jar")
                && !name.matches(".*-(sources|javadoc|tests|plain)\\.jar");
    }

    /// The jar with the application's classes; it names the libraries beside it.
    Path extracted() throws IOException, InterruptedException {
        var target = jar.resolveSibling(DIRECTORY + key());
        if (!Files.isDirectory(target)) {
            deleteFormer();
            extractTo(target);
        }
        return target.resolve(jar.getFileName());
    }

    static String mainClass(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var name =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Main-Class");
            if (name == null) {
                throw new IOException(jar + " names no main class");
            }
            return name;
        }
    }

    /// From the checksums in the jar's own directory: builds are reproducible, so that two
    /// different jars have the same time and may have the same size.
    private String key() throws IOException {
        var checksum = new CRC32C();
        try (var file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(e -> e.getName() + e.getCrc() + e.getSize())
                    .forEach(e -> checksum.update(e.getBytes(StandardCharsets.UTF_8)));
        }
        return String.format(Locale.ROOT, "%08x-%x", checksum.getValue(), Files.size(jar));
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Beside and renamed: two quickstarts may share a checkout.
    private void extractTo(Path target) throws IOException, InterruptedException {
        var parent = jar.toAbsolutePath().resolve("..").normalize();
        var temporary = Files.createTempDirectory(parent, "extracting-");
        var log = temporary.resolveSibling(temporary.getFileName() + ".log");
        var process =
                new ProcessBuilder(
                                List.of(
                                        Platform.java().toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--force",
                                        "--destination",
                                        temporary.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(EXTRACT_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StartRefused("%s cannot be unpacked: see %s".formatted(jar, log));
        }
        Files.delete(log);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Directories.delete(temporary);
        }
    }

    private void deleteFormer() throws IOException {
        var parent = jar.toAbsolutePath().resolve("..").normalize();
        try (var former = Files.newDirectoryStream(parent, DIRECTORY + "*")) {
            for (var directory : former) {
                Directories.delete(directory);
            }
        }
    }
}
