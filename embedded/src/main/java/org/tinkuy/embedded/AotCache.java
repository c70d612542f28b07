package org.tinkuy.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// A program's classes as a former run of the same command loaded and linked them (JEP 483 and
/// 514): the next run starts in half the time. It is an advantage or nothing: a cache that does not
/// fit is not looked at, because its name tells what it fits, and the JVM examines it again; one
/// that cannot be made is not tried twice.
public final class AotCache {

    /// A recording and a cache of 130 MB each, and room for everybody else.
    private static final long SPACE_BYTES = 1L << 30;

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String CACHE = ".aot";
    private static final String RECORDING = ".aotconf";
    private static final String IMPOSSIBLE = ".none";

    /// What the JVM makes of `-%p`, before the number.
    private static final String PID = "-pid";

    /// The JVM's remarks on classes that it leaves out are many, and of no use here.
    private static final String SILENT = "-Xlog:aot=off";

    private final Path directory;
    private final JavaProgram program;
    private final boolean makes;
    private final String kind;
    private final String name;
    private volatile long ended = -1;

    /// @param directory of the caches, of several programs if need be
    /// @param makes whether to make what is missing, or only to use what is there
    public AotCache(Path directory, JavaProgram program, boolean makes) {
        this.directory = directory.toAbsolutePath();
        this.program = program;
        this.makes = makes;
        this.kind = program.mainClass().substring(program.mainClass().lastIndexOf('.') + 1) + "-";
        this.name = kind + key(program);
    }

    /// Starts the program as is best now: with the cache, recording for it, or without.
    public Process start() {
        return program.withOptions(options()).start();
    }

    private List<String> options() {
        if (Files.isRegularFile(file(CACHE))) {
            return List.of("-XX:AOTCache=" + file(CACHE), SILENT);
        }
        if (!isWanted() || recording().isPresent()) {
            return List.of();
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            return List.of();
        }
        return List.of(
                "-XX:AOTMode=record", "-XX:AOTConfiguration=" + file("-%p" + RECORDING), SILENT);
    }

    /// Whether there is none and one can be made.
    public boolean isWanted() {
        return makes
                && !Files.exists(file(CACHE))
                && !Files.exists(file(IMPOSSIBLE))
                && program.classPath().stream().allMatch(Files::isRegularFile)
                && Path.of("").toAbsolutePath().toFile().getUsableSpace() > SPACE_BYTES;
    }

    /// The program stands still for a few seconds and writes down what it loaded. One that ends in
    /// an orderly way does the same, which is all that a runtime without `jcmd` can do.
    public void endRecording(long pid) {
        if (recording().isEmpty()) {
            run(List.of(jcmd().toString(), String.valueOf(pid), "AOT.end_recording"));
            ended = pid;
        }
    }

    /// From the recording, where there is one, at the lowest priority. Takes some seconds.
    public void make() {
        recording().ifPresent(this::make);
    }

    private void make(Path recording) {
        var fresh = recording.resolveSibling(recording.getFileName() + CACHE);
        try {
            if (run(creation(recording, fresh)) == 0) {
                deleteFormer();
                Files.move(fresh, file(CACHE), StandardCopyOption.ATOMIC_MOVE);
            } else if (pid(recording) == ended) {
                Files.write(file(IMPOSSIBLE), new byte[0]);
            }
            Files.deleteIfExists(recording);
            Files.deleteIfExists(fresh);
        } catch (IOException _) {
            // a full disk, for instance: the next start takes its usual time
        }
    }

    /// Of a program that was stopped before it had loaded what it needs.
    public void forgetRecording() {
        try {
            var recorded = recording();
            if (recorded.isPresent()) {
                Files.deleteIfExists(recorded.get());
            }
        } catch (IOException _) {
            // a full disk, for instance: the next start takes its usual time
        }
    }

    /// What may have broken a start shall not break the next.
    public void discard() {
        try {
            if (Files.deleteIfExists(file(CACHE))) {
                Files.write(file(IMPOSSIBLE), new byte[0]);
            }
        } catch (IOException _) {
            // a full disk, for instance: the next start takes its usual time
        }
    }

    private List<String> creation(Path recording, Path fresh) {
        var command = new ArrayList<String>();
        if (!Platform.isWindows()) {
            command.addAll(List.of("nice", "-n", "19"));
        }
        var options =
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recording,
                        "-XX:AOTCache=" + fresh,
                        SILENT);
        command.addAll(program.withOptions(options).command());
        return command;
    }

    private static int run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                process.getOutputStream().close();
                var ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
                return ended ? process.exitValue() : -1;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /// One that nobody writes any more; a killed program may have left half of it.
    private Optional<Path> recording() {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var files = Files.newDirectoryStream(directory, name + PID + "*" + RECORDING)) {
            for (var file : files) {
                if (pid(file) == ended || ProcessHandle.of(pid(file)).isEmpty()) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private long pid(Path recording) {
        var file = recording.getFileName().toString();
        return Long.parseLong(
                file.substring((name + PID).length(), file.length() - RECORDING.length()));
    }

    private void deleteFormer() throws IOException {
        try (var files = Files.newDirectoryStream(directory, kind + "*")) {
            for (var file : files) {
                if (!file.getFileName().toString().startsWith(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(String end) {
        return directory.resolve(name + end);
    }

    private static Path jcmd() {
        return Platform.java().resolveSibling(Platform.isWindows() ? "jcmd.exe" : "jcmd");
    }

    /// Everything that the JVM would compare, so that it never finds a difference: a cache that it
    /// silently refuses would never be made anew.
    private static String key(JavaProgram program) {
        var checksum = new CRC32C();
        Stream.of(
                        Stream.of(
                                System.getProperty("java.vm.version"), Platform.java().toString()),
                        program.options().stream(),
                        program.classPath().stream()
                                .flatMap(AotCache::withItsLibraries)
                                .map(AotCache::identity))
                .flatMap(parts -> parts)
                .forEach(part -> checksum.update(part.getBytes(StandardCharsets.UTF_8)));
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    /// A jar, and those that its manifest names.
    private static Stream<Path> withItsLibraries(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return Stream.of(entry);
        }
        try (var jar = new JarFile(entry.toFile())) {
            var manifest = jar.getManifest();
            var libraries =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return libraries == null
                    ? Stream.of(entry)
                    : Stream.concat(
                            Stream.of(entry),
                            Stream.of(libraries.split(" ", -1)).map(entry::resolveSibling));
        } catch (IOException e) {
            return Stream.of(entry);
        }
    }

    private static String identity(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file.toString();
        }
    }
}
