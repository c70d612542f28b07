package org.tinkuy.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a merge could not decide is decided before it is committed: in words and documents no
/// compiler sees that it was not.
class ConflictMarkerTests {

    private static final Path CHECKOUT = Path.of("..");

    /// As git writes them: seven, at the beginning of a line, then a space or nothing.
    private static final Pattern MARKER = Pattern.compile("(?m)^(?:<{7}|>{7}|[|]{7})(?: |\\r?$)");

    /// Nobody commits what is in them: what was built, and what a system that ran left behind.
    private static final Set<String> NOT_COMMITTED =
            Set.of(".git", "target", "data", "node_modules");

    @Test
    void noFileHasThem() throws IOException {
        assertThat(filesWithMarkers(CHECKOUT)).isEmpty();
    }

    @Test
    void findsThemInAnyFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("words"), "a=b\n" + "<".repeat(7) + " HEAD\nc=d\n");
        Files.writeString(folder.resolve("end"), "a\r\n" + ">".repeat(7) + "\r\n");
        Files.writeString(folder.resolve("heading"), "A\n=======\n" + ">".repeat(8) + "\n");
        assertThat(filesWithMarkers(folder))
                .map(Path::getFileName)
                .map(Path::toString)
                .containsExactlyInAnyOrder("words", "end");
    }

    private static List<Path> filesWithMarkers(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return NOT_COMMITTED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()
                                && MARKER.matcher(Files.readString(file, ISO_8859_1)).find()) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
