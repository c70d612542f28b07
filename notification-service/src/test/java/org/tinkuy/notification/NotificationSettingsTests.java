package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class NotificationSettingsTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withUserConfiguration(Settings.class)
                    .withPropertyValues(
                            "tinkuy.public-url=http://localhost:8080",
                            "tinkuy.mail.from=Tinkuy <no-reply@example.org>");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NotificationSettings.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(strings = {"", "too short"})
    void saysWhichSecretIsMissing(String secret) {
        service.withPropertyValues("tinkuy.sign-in-secret=" + secret)
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("TINKUY_SIGN_IN_SECRET"));
    }

    @Test
    void startsWithALongEnoughSecret() {
        service.withPropertyValues("tinkuy.sign-in-secret=" + "s".repeat(32))
                .run(context -> assertThat(context).hasNotFailed());
    }
}
