package org.tinkuy.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The environment variables that the checkout's files name.
final class Variables {

    private static final Path CHECKOUT = Path.of("..");

    /// A whole name, not the beginning of several: `TINKUY_SMTP_*`.
    private static final Pattern NAME = Pattern.compile("TINKUY_[A-Z_]*[A-Z](?![A-Z_])");

    private Variables() {}

    static Set<String> in(Path file) throws IOException {
        return NAME.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> readBy(String service) {
        try {
            return in(CHECKOUT.resolve(service).resolve("src/main/resources/application.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the README of every part and the pages beside it, decisions apart.
    static Set<String> documented() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.find(CHECKOUT, 2, (file, _) -> isPage(file))) {
            for (var file : files.toList()) {
                found.addAll(in(file));
            }
        }
        return found;
    }

    private static boolean isPage(Path file) {
        var place = CHECKOUT.relativize(file);
        return place.endsWith("README.md")
                || (place.startsWith("docs") && place.toString().endsWith(".md"));
    }
}
