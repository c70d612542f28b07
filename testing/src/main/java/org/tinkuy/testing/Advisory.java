package org.tinkuy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A published fault of a library, and the version that mends it. `advisories.csv` lists them; a
/// fault mended in several lines of releases has a row for each.
///
/// @param library `group:artifact`
/// @param from the first version that has it; empty: all before [#fixed()]
/// @param id as the advisory is known: a CVE or a GHSA
/// @param source where its makers, or the register of such faults, say so
record Advisory(String library, String from, String fixed, String id, String source) {

    /// @throws IllegalStateException if a row is not whole
    static List<Advisory> known() {
        try (var file =
                Objects.requireNonNull(
                        Advisory.class.getResourceAsStream("advisories.csv"), "advisories.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Advisory::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean concerns(String otherLibrary, String version) {
        var given = LibraryVersion.of(version);
        return library.equals(otherLibrary)
                && given.compareTo(LibraryVersion.of(fixed)) < 0
                && (from.isEmpty() || given.compareTo(LibraryVersion.of(from)) >= 0);
    }

    private static Advisory read(String row) {
        var columns = row.split(",", -1);
        if (columns.length != 5 || !columns[0].contains(":") || columns[2].isEmpty()) {
            throw new IllegalStateException("No advisory: " + row);
        }
        return new Advisory(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
