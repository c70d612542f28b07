package org.tinkuy.testing;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which classes of a service name which of its tables, read from the SQL in their compiled text.
///
/// Tables are those that the service's own migrations make.
final class TableUse {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED =
            Pattern.compile("\\bcreate\\s+(?:table|view)\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
    private static final Pattern RENAMED =
            Pattern.compile(
                    "\\balter\\s+table\\s+(?:if\\s+exists\\s+)?\\w+\\s+rename\\s+to\\s+(\\w+)");

    /// `from a, b as c`, `join a`, `insert into a`, `update a`, `truncate a`, `lock table a`.
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?:from|join|into|update|truncate|table|using)\\s+(?:only\\s+)?"
                            + "(\\w+(?:(?:\\s+as)?\\s+\\w+)?(?:\\s*,\\s*\\w+(?:(?:\\s+as)?\\s+\\w+)?)*)");

    private record Use(String table, String feature, String type) {}

    private final String base;
    private final JavaClasses classes;

    TableUse(String base, JavaClasses classes) {
        this.base = base;
        this.classes = classes;
    }

    /// Tables that more than one feature names, and where.
    Map<String, Map<String, Set<String>>> ofSeveralFeatures() {
        var tables = tables();
        Map<String, Map<String, Set<String>>> used = new TreeMap<>();
        classes.stream()
                .flatMap(type -> uses(type, tables))
                .forEach(use ->
                        used.computeIfAbsent(use.table(), _ -> new TreeMap<>())
                                .computeIfAbsent(use.feature(), _ -> new TreeSet<>())
                                .add(use.type()));
        used.values().removeIf(features -> features.size() < 2);
        return used;
    }

    private Stream<Use> uses(JavaClass type, Set<String> tables) {
        return texts(type)
                .flatMap(TableUse::namedIn)
                .filter(tables::contains)
                .map(table -> new Use(table, feature(type), type.getSimpleName()));
    }

    private static Stream<String> namedIn(String sql) {
        return NAMED.matcher(sql.toLowerCase(Locale.ROOT))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .map(table -> table.strip().split("\\s", 2)[0]);
    }

    private String feature(JavaClass type) {
        return type.getPackageName()
                .substring(base.length())
                .replaceFirst("^\\.", "")
                .split("\\.", 2)[0];
    }

    private static Stream<String> texts(JavaClass type) {
        var file = Path.of(type.getSource().orElseThrow().getUri());
        try {
            var texts = new ArrayList<String>();
            for (var entry : ClassFile.of().parse(file).constantPool()) {
                if (entry instanceof StringEntry text) {
                    texts.add(text.stringValue());
                }
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> tables() {
        if (!Files.isDirectory(MIGRATIONS)) {
            return Set.of();
        }
        try (var files = Files.list(MIGRATIONS)) {
            return files.map(TableUse::read)
                    .flatMap(sql ->
                            Stream.of(CREATED, RENAMED)
                                    .flatMap(pattern -> pattern.matcher(sql).results()))
                    .map(found -> found.group(1))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path migration) {
        try {
            return Files.readString(migration).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
