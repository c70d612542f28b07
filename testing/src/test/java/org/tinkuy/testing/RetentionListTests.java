package org.tinkuy.testing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `docs/retention.md` names every table and topic, so that whoever adds one says how long it
/// stays.
class RetentionListTests {

    private static final Path CHECKOUT = Path.of("..");
    private static final Path LIST = CHECKOUT.resolve("docs/retention.md");

    /// Created, renamed or dropped; partitions come and go with their table.
    private static final Pattern CHANGE =
            Pattern.compile(
                    "\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(?<created>[a-z_]+)(?!\\s+partition)\\s*\\("
                            + "|\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?<old>[a-z_]+)\\s+rename\\s+to\\s+(?<renamed>[a-z_]+)"
                            + "|\\bdrop\\s+table\\s+(?:if\\s+exists\\s+)?(?<dropped>[a-z_]+)");

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    @ParameterizedTest
    @ValueSource(strings = {"registration-service", "session-service", "notification-service"})
    void saysOfEveryTableOfAServiceHowLongItStays(String service) throws IOException {
        assertListed("## " + service, migrations(service, "migration"));
    }

    /// The inbox took its tables over from the outbox.
    @Test
    void saysOfEveryTableThatAllServicesHaveHowLongItStays() throws IOException {
        var migrations = new ArrayList<>(migrations("outbox", "outbox"));
        migrations.addAll(migrations("inbox", "inbox"));
        assertListed("## Every service", migrations);
    }

    private static void assertListed(String heading, List<Path> migrations) throws IOException {
        var tables = tables(migrations);

        assertThat(tables).isNotEmpty();
        assertThat(named(section(heading))).containsAll(tables);
    }

    @Test
    void saysOfEveryTopicHowLongItStays() throws IOException {
        var topics =
                Pattern.compile("(?m)^ +address: ([a-z-]+)$")
                        .matcher(Files.readString(CHECKOUT.resolve("docs/asyncapi/asyncapi.yaml")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(topics).isNotEmpty();
        assertThat(named(section("## Topics"))).containsAll(topics);
    }

    private static Set<String> tables(List<Path> migrations) throws IOException {
        var tables = new TreeSet<String>();
        for (var migration : migrations) {
            CHANGE.matcher(Files.readString(migration).toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(change -> apply(change, tables));
        }
        return tables;
    }

    /// In the order of their versions.
    private static List<Path> migrations(String part, String folder) throws IOException {
        var directory = CHECKOUT.resolve(part).resolve("src/main/resources/db").resolve(folder);
        try (var files = Files.list(directory)) {
            return files.filter(file -> VERSION.matcher(name(file)).matches())
                    .sorted(Comparator.comparingInt(RetentionListTests::version))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static int version(Path file) {
        return Integer.parseInt(VERSION.matcher(name(file)).replaceFirst("$1"));
    }

    private static void apply(MatchResult change, Set<String> tables) {
        if (change.group("created") != null) {
            tables.add(change.group("created"));
        } else if (change.group("dropped") != null) {
            tables.remove(change.group("dropped"));
        } else {
            tables.remove(change.group("old"));
            tables.add(change.group("renamed"));
        }
    }

    private static String section(String heading) throws IOException {
        var text = Files.readString(LIST);
        var start = text.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        var end = text.indexOf("\n## ", start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }

    private static Set<String> named(String section) {
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(names -> Pattern.compile("`([^`]+)`").matcher(names).results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
