package org.tinkuy.endtoend;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Metrics as Prometheus reads them: by name, the values of each label.
record Samples(Map<String, Map<String, Set<String>>> byName) {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"([^\"]*)\"");

    static Samples none() {
        return new Samples(new HashMap<>());
    }

    /// @param added labels that Prometheus adds to all of them
    void add(String text, Map<String, String> added) {
        for (var line : text.split("\n", -1)) {
            var sample = LINE.matcher(line);
            if (!line.startsWith("#") && sample.matches()) {
                var labels = byName.computeIfAbsent(sample.group(1), _ -> new HashMap<>());
                added.forEach((name, value) -> note(labels, name, value));
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2))
                            .results()
                            .forEach(label -> note(labels, label.group(1), label.group(2)));
                }
            }
        }
    }

    private static void note(Map<String, Set<String>> labels, String name, String value) {
        labels.computeIfAbsent(name, _ -> new TreeSet<>()).add(value);
    }
}
