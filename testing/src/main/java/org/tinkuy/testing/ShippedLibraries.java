package org.tinkuy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/// What holds for the libraries that a part ships, by the software bill of materials (CycloneDX)
/// that its build writes and its jar carries. A part's own `ShippedLibrariesTests` extends this.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ShippedLibraries {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    private record Library(String group, String name, String version) {

        String id() {
            return group + ":" + name;
        }
    }

    private final String indirect;
    private List<Library> libraries = List.of();

    /// @param indirect `group:artifact` of a library that comes only with another one
    protected ShippedLibraries(String indirect) {
        this.indirect = indirect;
    }

    /// Maven makes no list when it works offline.
    @BeforeAll
    void read() {
        assumeFalse(
                "offline=true".equals(System.getProperty("tinkuy.maven")),
                "offline, nothing lists what is shipped");
        libraries =
                JsonMapper.shared()
                        .readTree(BILL.toFile())
                        .get("components")
                        .valueStream()
                        .map(part ->
                                new Library(
                                        part.path("group").asString(""),
                                        part.get("name").asString(),
                                        part.get("version").asString()))
                        .filter(library -> !library.group().equals("org.tinkuy"))
                        .toList();
    }

    @Test
    void areListedWithWhatTheyBring() {
        assertThat(libraries).extracting(Library::id).contains(indirect);
    }

    @Test
    void areListedInTheVersionThatRuns() {
        var running =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).getFileName().toString())
                        .collect(Collectors.toSet());

        assertThat(libraries)
                .filteredOn(library -> {
                    var jar = library.name() + "-" + library.version();
                    return running.stream()
                            .noneMatch(file ->
                                    file.equals(jar + ".jar") || file.startsWith(jar + "-"));
                })
                .isEmpty();
    }

    @Test
    void haveNoKnownVulnerability() {
        var advisories = Advisory.known();

        assertThat(libraries)
                .flatMap(library ->
                        advisories.stream()
                                .filter(advisory ->
                                        advisory.concerns(library.id(), library.version()))
                                .map(advisory ->
                                        "%s %s: %s, mended in %s (%s)"
                                                .formatted(
                                                        library.id(),
                                                        library.version(),
                                                        advisory.id(),
                                                        advisory.fixed(),
                                                        advisory.source()))
                                .toList())
                .isEmpty();
    }
}
