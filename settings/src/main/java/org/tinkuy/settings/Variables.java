package org.tinkuy.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operator set from outside, looked at without the service that reads it.
public final class Variables {

    private static final String OURS = "TINKUY_";

    /// Every variable that a part of the system reads; a test of the quickstart keeps the list
    /// true.
    private static final Set<String> READ = read();

    private Variables() {}

    /// One sentence for each that cannot be, by name.
    public static List<String> faults(Map<String, String> environment) {
        return environment.entrySet().stream()
                .flatMap(one -> KnownSetting.fault(one.getKey(), one.getValue().strip()).stream())
                .sorted()
                .toList();
    }

    /// One line that names those which nothing reads: misspelt, or of another version.
    ///
    /// @param names of all variables of the environment
    public static Optional<String> unread(Collection<String> names) {
        var unread =
                names.stream()
                        .filter(name -> name.startsWith(OURS) && !READ.contains(name))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of("Set, but read by nothing: " + unread);
    }

    private static Set<String> read() {
        try (var list = Variables.class.getResourceAsStream("variables")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
