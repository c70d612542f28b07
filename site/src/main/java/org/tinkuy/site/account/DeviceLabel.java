package org.tinkuy.site.account;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a person recognises their own device: "Firefox, Android". No more of what a browser tells is
/// kept.
final class DeviceLabel {

    /// The first that occurs counts: Edge and Chrome also say that they are Safari.
    private static final List<Entry<String, String>> BROWSERS =
            List.of(
                    entry("Edg", "Edge"),
                    entry("SamsungBrowser", "Samsung Internet"),
                    entry("OPR/", "Opera"),
                    entry("Firefox", "Firefox"),
                    entry("Chrome", "Chrome"),
                    entry("Safari", "Safari"));

    /// Android also says that it is Linux, and an iPhone that it is like a Mac.
    private static final List<Entry<String, String>> SYSTEMS =
            List.of(
                    entry("Android", "Android"),
                    entry("iPhone", "iPhone"),
                    entry("iPad", "iPad"),
                    entry("Windows", "Windows"),
                    entry("Mac OS", "macOS"),
                    entry("Linux", "Linux"));

    private DeviceLabel() {}

    static @Nullable String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        var label =
                Stream.of(first(BROWSERS, userAgent), first(SYSTEMS, userAgent))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return label.isEmpty() ? null : label;
    }

    private static Optional<String> first(List<Entry<String, String>> known, String userAgent) {
        return known.stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Entry::getValue)
                .findFirst();
    }
}
