package org.tinkuy.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/// One sentence for each setting that cannot be, with the name that an operator knows.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedSettingAnalyzer implements FailureAnalyzer {

    private final SettingNames names;

    RefusedSettingAnalyzer(@Nullable Environment environment) {
        this.names =
                new SettingNames(environment == null ? new StandardEnvironment() : environment);
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return words(failure)
                .map(words -> new FailureAnalysis(words, "Change it, and start again.", failure))
                .orElse(null);
    }

    private Optional<String> words(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof RefusedSetting refused) {
                return Optional.ofNullable(refused.getMessage());
            }
            if (one instanceof BindValidationException invalid) {
                return Optional.of(invalid(invalid));
            }
            if (one instanceof BindException unreadable
                    && !isCausedByRefusal(unreadable.getCause())) {
                return Optional.of(unreadable(unreadable));
            }
        }
        return Optional.empty();
    }

    private static boolean isCausedByRefusal(@Nullable Throwable cause) {
        return cause instanceof BindValidationException
                || cause instanceof RefusedSetting
                || cause instanceof BindException;
    }

    private String invalid(BindValidationException failure) {
        var errors = failure.getValidationErrors();
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> invalid(errors.getName(), error))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String invalid(ConfigurationPropertyName prefix, ObjectError error) {
        var message = String.valueOf(error.getDefaultMessage());
        if (!(error instanceof FieldError field) || message.contains("TINKUY_")) {
            return message;
        }
        var variable = names.of(prefix.append(dashed(field.getField())));
        return RefusedSetting.words(
                variable,
                names.value(variable, field.getRejectedValue()),
                message.replaceFirst("^must be ", ""));
    }

    private static String dashed(String field) {
        return field.replaceAll("(\\p{Upper})", "-$1").toLowerCase(Locale.ROOT);
    }

    private String unreadable(BindException failure) {
        var property = failure.getProperty();
        var variable = names.of(failure.getName());
        return RefusedSetting.words(
                variable,
                names.value(variable, property == null ? null : property.getValue()),
                allowed(failure.getTarget().getType().resolve(Object.class)));
    }

    private static String allowed(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "a time such as 500ms, 30s, 10m or 400d";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == URI.class) {
            return "an address such as https://tinkuy.example.org";
        }
        if (type == DataSize.class) {
            return "a size such as 10MB";
        }
        return type == Path.class ? "a file or directory" : "a " + type.getSimpleName();
    }
}
