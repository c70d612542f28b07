package org.tinkuy.settings;

import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Refuses what cannot be before anything begins that would use it.
final class LookAtSettings implements EnvironmentPostProcessor, Ordered {

    private final Log log;

    LookAtSettings(DeferredLogFactory logs) {
        this.log = logs.getLog(LookAtSettings.class);
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var faults =
                new SettingNames(environment)
                        .variables().stream()
                                .flatMap(variable ->
                                        KnownSetting.fault(
                                                variable,
                                                environment.getProperty(variable, "").strip())
                                                .stream())
                                .collect(Collectors.joining("\n"));
        if (!faults.isEmpty()) {
            throw RefusedSetting.saying(faults);
        }
        Variables.unread(environment.getSystemEnvironment().keySet()).ifPresent(log::warn);
    }

    /// After `application.yaml` was read.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
