package org.tinkuy.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What an expression of PromQL asks for, as far as names go. Whether it parses is `promtool`'s
/// word.
record MetricQuery(String expression) {

    private static final Pattern MATCHER =
            Pattern.compile("([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "by", "without", "on", "ignoring", "offset");

    /// What it asks for and is not there, in words.
    List<String> missingFrom(Samples samples) {
        var missing = new ArrayList<String>();
        var grouped = new TreeSet<String>();
        GROUPING.matcher(expression)
                .results()
                .forEach(it -> grouped.addAll(List.of(it.group(1).split("\\s*,\\s*", -1))));
        var rest = GROUPING.matcher(expression).replaceAll(" ").replaceAll("\\[[^]]*]", " ");
        var found =
                Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*})?\\s*(\\()?")
                        .matcher(rest)
                        .results()
                        .filter(it -> it.group(3) == null && !WORDS.contains(it.group(1)))
                        .toList();
        if (found.isEmpty()) {
            missing.add("no metric at all");
        }
        for (var metric : found) {
            missing.addAll(missing(metric, grouped, samples));
        }
        return missing;
    }

    private static List<String> missing(MatchResult metric, Set<String> grouped, Samples samples) {
        var labels = samples.byName().get(metric.group(1));
        if (labels == null) {
            return List.of(metric.group(1));
        }
        var missing = new ArrayList<String>();
        grouped.stream()
                .filter(label -> !labels.containsKey(label))
                .forEach(label -> missing.add(metric.group(1) + " has no label " + label));
        if (metric.group(2) != null) {
            MATCHER.matcher(metric.group(2))
                    .results()
                    .filter(it -> !isThere(it, labels))
                    .forEach(it -> missing.add(metric.group(1) + " without " + it.group()));
        }
        return missing;
    }

    /// Of alternatives each has to be there; any other pattern only needs the label.
    private static boolean isThere(MatchResult matcher, Map<String, Set<String>> labels) {
        var values = labels.getOrDefault(matcher.group(1), Set.of());
        var wanted = matcher.group(3);
        Predicate<String> named = values::contains;
        return switch (matcher.group(2)) {
            case "=" -> named.test(wanted);
            case "=~" ->
                    wanted.matches("[\\w|-]+")
                            ? List.of(wanted.split("\\|", -1)).stream().allMatch(named)
                            : !values.isEmpty();
            default -> !values.isEmpty();
        };
    }
}
