package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarTests {

    @TempDir Path checkout;

    @BeforeEach
    void build() throws IOException {
        FakeService.buildAll(checkout);
    }

    @Test
    void findsTheServicesJarAmongOthers() throws Exception {
        var target = checkout.resolve("site/target");
        Files.createFile(target.resolve("site-1.0-sources.jar"));
        Files.createFile(target.resolve("site-1.0.jar.original"));

        assertThat(ServiceJar.find(checkout, "site"))
                .hasValue(new ServiceJar(target.resolve("site-1.0.jar")));
        assertThat(ServiceJar.find(checkout, "unknown")).isEmpty();
    }

    @Test
    void extractsOnceForEachContent() throws Exception {
        var jar = ServiceJar.find(checkout, "site").orElseThrow();
        var time = Files.getLastModifiedTime(jar.jar());
        var first = jar.extracted();
        assertThat(first).exists();
        assertThat(jar.extracted()).isEqualTo(first);

        rebuildWithOtherContentButTheSameTime(jar.jar(), time);

        assertThat(jar.extracted()).isNotEqualTo(first).exists();
        assertThat(first).doesNotExist();
    }

    private static void rebuildWithOtherContentButTheSameTime(Path jar, FileTime time)
            throws IOException {
        var former = Files.readAllBytes(jar);
        var beside = jar.resolveSibling("beside");
        Files.write(beside, former);
        try (var in = new JarFile(beside.toFile());
                var out = new JarOutputStream(Files.newOutputStream(jar), in.getManifest())) {
            for (var entry : in.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
            }
            out.putNextEntry(new JarEntry("more"));
            out.closeEntry();
        }
        Files.setLastModifiedTime(jar, time);
    }
}
