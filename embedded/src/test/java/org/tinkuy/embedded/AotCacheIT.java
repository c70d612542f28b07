package org.tinkuy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AotCacheIT {

    private static final String CACHED = "AotCacheIT$Waiting source: shared objects file";
    private static final String READ = "AotCacheIT$Waiting source: file:";

    @TempDir Path directory;
    private Path jar;
    private Path log;

    @BeforeEach
    void build() throws IOException {
        jar = directory.resolve("program.jar");
        log = directory.resolve("program.log");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var type : List.of(ParentGuard.class, Waiting.class)) {
                add(out, type.getName().replace('.', '/') + ".class");
            }
        }
    }

    @Test
    void startsWithTheClassesThatARunningProgramHadLoaded() throws Exception {
        var cache = cache("-Xmx32m");
        var recorded = start(cache);
        assertThat(cache.isWanted()).isTrue();

        cache.endRecording(recorded.pid());
        cache.make();
        end(recorded);

        assertThat(cache.isWanted()).isFalse();
        assertThat(files()).singleElement().asString().endsWith(".aot");
        end(start(cache));
        assertThat(log).content().contains(CACHED);
    }

    @Test
    void startsWithTheClassesThatAnEndedProgramWroteDown() throws Exception {
        end(start(cache("-Xmx32m")));

        var later = cache("-Xmx32m");
        later.make();

        end(start(later));
        assertThat(log).content().contains(CACHED);
    }

    @Test
    void forgetsAProgramThatWasStoppedEarly() throws Exception {
        var cache = cache("-Xmx32m");
        end(start(cache));
        assertThat(files()).isNotEmpty();

        cache.forgetRecording();

        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 1_000_000})
    void startsInSpiteOfHalfACache(long bytesLeft) throws Exception {
        end(start(cache("-Xmx32m")));
        var cache = cache("-Xmx32m");
        cache.make();
        try (var file = Files.newByteChannel(files().getFirst(), StandardOpenOption.WRITE)) {
            file.truncate(bytesLeft);
        }

        end(start(cache));

        assertThat(log).content().contains(READ).doesNotContain(CACHED);
    }

    @Test
    void makesNoneFromHalfARecordingAndTriesAgain() throws Exception {
        end(start(cache("-Xmx32m")));
        Files.write(files().getFirst(), new byte[1000]);
        var cache = cache("-Xmx32m");

        cache.make();

        assertThat(files()).isEmpty();
        assertThat(cache.isWanted()).isTrue();
    }

    @Test
    void isForOneProgramWithItsOptionsOnly() throws Exception {
        end(start(cache("-Xmx32m")));
        cache("-Xmx32m").make();
        assertThat(cache("-Xmx32m").isWanted()).isFalse();

        assertThat(cache("-Xmx48m").isWanted()).isTrue();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(cache("-Xmx32m").isWanted()).isTrue();
    }

    @Test
    void isGivenUpWhenAStartBrokeWithIt() throws Exception {
        end(start(cache("-Xmx32m")));
        var cache = cache("-Xmx32m");
        cache.make();

        cache.discard();

        assertThat(cache.isWanted()).isFalse();
        end(start(cache));
        assertThat(log).content().doesNotContain(CACHED);
    }

    @Test
    void isNotWantedWhereClassesLieInDirectoriesNorWhereNoneAreMade() {
        assertThat(new AotCache(caches(), program(directory, "-Xmx32m"), true).isWanted())
                .isFalse();
        assertThat(new AotCache(caches(), program(jar, "-Xmx32m"), false).isWanted()).isFalse();
    }

    private AotCache cache(String option) {
        return new AotCache(caches(), program(jar, option), true);
    }

    private JavaProgram program(Path classPath, String option) {
        return new JavaProgram(
                Waiting.class.getName(),
                List.of(classPath),
                List.of(option, "-XX:+UseSerialGC", "-Xlog:class+load"),
                List.of(),
                Map.of(),
                log);
    }

    private Process start(AotCache cache) throws IOException {
        Files.deleteIfExists(log);
        var process = cache.start();
        while (!Files.exists(log) || !Files.readString(log).contains(Waiting.STARTED)) {
            assertThat(process.isAlive()).isTrue();
            Pauses.brief();
        }
        return process;
    }

    private static void end(Process process) throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private Path caches() {
        return directory.resolve("caches");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(caches())) {
            return files.toList();
        }
    }

    private static void add(JarOutputStream out, String entry) throws IOException {
        try (var in = AotCacheIT.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            if (in != null) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
    }

    static final class Waiting {

        static final String STARTED = "I have started";

        private Waiting() {}

        public static void main(String... args) throws InterruptedException {
            System.out.println(STARTED);
            Thread.currentThread().join();
        }
    }
}
