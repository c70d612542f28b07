package org.tinkuy.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A library's version, ordered as its makers mean it: number by number, and what comes before a
/// release (`-M2`, `-RC1`, `.Alpha3`) before it. `.Final` and `.RELEASE` say nothing.
record LibraryVersion(List<Long> numbers, boolean before) implements Comparable<LibraryVersion> {

    private static final Comparator<LibraryVersion> ORDER =
            Comparator.comparing(LibraryVersion::numbers, LibraryVersion::byNumber)
                    .thenComparing(LibraryVersion::before, Comparator.reverseOrder());

    static LibraryVersion of(String text) {
        var parts = List.of(text.toLowerCase(Locale.ROOT).split("[.-]", -1));
        return new LibraryVersion(
                parts.stream().takeWhile(LibraryVersion::isNumber).map(Long::parseLong).toList(),
                parts.stream()
                        .dropWhile(LibraryVersion::isNumber)
                        .anyMatch(word ->
                                Stream.of("alpha", "beta", "m", "rc", "cr", "snapshot")
                                        .anyMatch(word::startsWith)));
    }

    @Override
    public int compareTo(LibraryVersion other) {
        return ORDER.compare(this, other);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int byNumber(List<Long> one, List<Long> other) {
        for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
            var order =
                    Long.compare(
                            i < one.size() ? one.get(i) : 0, i < other.size() ? other.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
