package org.tinkuy.settings;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/// By which variable an operator sets what: as it stands in a service's `application.yaml`.
record SettingNames(Environment environment) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(TINKUY_[A-Z_]+)");

    /// All that this service knows.
    Set<String> variables() {
        var found = new TreeSet<String>();
        if (environment instanceof ConfigurableEnvironment known) {
            for (var source : known.getPropertySources()) {
                if (source instanceof EnumerablePropertySource<?> properties) {
                    for (var name : properties.getPropertyNames()) {
                        VARIABLE.matcher(String.valueOf(properties.getProperty(name)))
                                .results()
                                .forEach(one -> found.add(one.group(1)));
                    }
                }
            }
        }
        return found;
    }

    /// The variable that sets a property; a property that has none by its own name.
    ///
    /// The environment itself answers for `tinkuy.smtp.port` where `TINKUY_SMTP_PORT` is set; only
    /// what stands behind it names the variable.
    String of(ConfigurationPropertyName property) {
        return written(property)
                .flatMap(value -> VARIABLE.matcher(value).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElse(property.toString());
    }

    /// As an operator wrote it.
    String value(String variable, @Nullable Object read) {
        var written = environment.getProperty(variable);
        return written == null ? Objects.toString(read, "") : written;
    }

    private Stream<String> written(ConfigurationPropertyName property) {
        return environment instanceof ConfigurableEnvironment known
                ? known.getPropertySources().stream()
                        .map(source -> source.getProperty(property.toString()))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                : Stream.empty();
    }
}
