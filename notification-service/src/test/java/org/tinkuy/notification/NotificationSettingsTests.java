package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
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

    @ParameterizedTest
    @CsvSource({
        "tinkuy.smtp.port=0, between 1 and 65535",
        "tinkuy.smtp.rate=-1, greater than or equal to 0",
        "tinkuy.smtp.connections=1001, between 0 and 1000",
        "tinkuy.smtp.user=ana, TINKUY_SMTP_PASSWORD",
        "tinkuy.delivery.log-kept=1h, a day or longer"
    })
    void refusesWhatCannotBe(String setting, String words) {
        service.withPropertyValues("tinkuy.sign-in-secret=" + "s".repeat(32), setting)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining(words));
    }

    @Test
    void knowsOfNoRestorationUnlessTold() {
        var set = service.withPropertyValues("tinkuy.sign-in-secret=" + "s".repeat(32));
        set.withPropertyValues("tinkuy.delivery.told-until=")
                .run(context -> assertThat(toldUntil(context)).isNull());
        set.withPropertyValues("tinkuy.delivery.told-until=2027-03-10T18:04:00Z")
                .run(context -> assertThat(toldUntil(context)).isEqualTo("2027-03-10T18:04:00Z"));
    }

    private static @Nullable Instant toldUntil(ApplicationContext context) {
        return context.getBean(NotificationSettings.class).delivery().toldUntil();
    }

    @Test
    void startsWithALongEnoughSecret() {
        service.withPropertyValues("tinkuy.sign-in-secret=" + "s".repeat(32))
                .run(context -> assertThat(context).hasNotFailed());
    }
}
