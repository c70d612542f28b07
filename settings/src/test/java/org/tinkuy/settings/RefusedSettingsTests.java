package org.tinkuy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.validation.annotation.Validated;

/// With a service that knows a few settings, started as every service is.
class RefusedSettingsTests {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class AService {}

    @Validated
    @ConfigurationProperties("tinkuy.test")
    record Settings(
            @Range(max = 1_000) int rate,
            @DurationMin(days = 1, message = "must be a day or longer") Duration logKept,
            boolean strict,
            @Size(min = 32, message = "must be at least 32 characters") String signInSecret,
            URI home,
            String user,
            String password) {

        @AssertTrue(message = "TINKUY_USER and TINKUY_PASSWORD are both set, or neither is.")
        boolean isNamedWithPassword() {
            return user.isEmpty() == password.isEmpty();
        }
    }

    private static final Map<String, Object> WRITTEN =
            Map.of(
                    "tinkuy.test.rate", "${TINKUY_RATE:20}",
                    "tinkuy.test.log-kept", "${TINKUY_TEST_LOG_KEPT:400d}",
                    "tinkuy.test.strict", "${TINKUY_STRICT:true}",
                    "tinkuy.test.sign-in-secret",
                            "${TINKUY_SIGN_IN_SECRET:a secret of thirty-two characters}",
                    "tinkuy.test.home", "${TINKUY_HOME_PAGE:https://tinkuy.example.org}",
                    "tinkuy.test.user", "${TINKUY_USER:}",
                    "tinkuy.test.password", "${TINKUY_PASSWORD:}",
                    "server.port", "${TINKUY_TEST_PORT:8080}");

    @Test
    void startsWithWhatCanBe() {
        try (var service = start("TINKUY_RATE=1000", "TINKUY_TEST_LOG_KEPT=1d")) {
            assertThat(service.getBean(Settings.class).rate()).isEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TINKUY_RATE=5000 | TINKUY_RATE is \"5000\"; it must be between 0 and 1000.",
                "TINKUY_RATE=fast | TINKUY_RATE is \"fast\"; it must be a whole number.",
                "TINKUY_TEST_LOG_KEPT=PT1H | TINKUY_TEST_LOG_KEPT is \"PT1H\"; it must be a day or longer.",
                "TINKUY_TEST_LOG_KEPT=long"
                        + " | TINKUY_TEST_LOG_KEPT is \"long\"; it must be a time such as 500ms, 30s, 10m"
                        + " or 400d.",
                "TINKUY_STRICT=very | TINKUY_STRICT is \"very\"; it must be true or false.",
                "TINKUY_HOME_PAGE=a b"
                        + " | TINKUY_HOME_PAGE is \"a b\"; it must be an address such as"
                        + " https://tinkuy.example.org.",
                "TINKUY_SIGN_IN_SECRET=short"
                        + " | TINKUY_SIGN_IN_SECRET is set; it must be at least 32 characters.",
                "TINKUY_USER=ana | TINKUY_USER and TINKUY_PASSWORD are both set, or neither is.",
                "TINKUY_TEST_PORT=99999"
                        + " | TINKUY_TEST_PORT is \"99999\"; it must be a port number from 0 to 65535."
            })
    void saysInOneSentenceWhatCannotBe(String setting, String words) {
        assertThat(refusal(setting)).isEqualTo(words);
    }

    @Test
    void saysEverythingThatCannotBeAtOnce() {
        assertThat(refusal("TINKUY_RATE=-1", "TINKUY_TEST_LOG_KEPT=1m"))
                .contains("TINKUY_RATE is \"-1\"")
                .contains("TINKUY_TEST_LOG_KEPT is \"1m\"");
    }

    @Test
    void tellsNoPasswordThatStandsInAnAddress() {
        var refused =
                RefusedSetting.of("TINKUY_DATABASE", "postgresql://ana:secret@db/x", "without one");

        assertThat(refused)
                .hasMessage("TINKUY_DATABASE is \"postgresql://…@db/x\"; it must be without one.");
    }

    @Test
    void leavesOtherFailuresAlone() {
        var failure = new IllegalStateException("the port is taken");
        assertThat(Start.isRefusal(failure)).isFalse();
        assertThat(new RefusedSettingAnalyzer(null).analyze(failure)).isNull();
    }

    private static Environment environment(String... settings) {
        var environment = new StandardEnvironment();
        var variables =
                Stream.of(settings)
                        .map(setting -> setting.split("=", 2))
                        .collect(
                                Collectors.<String[], String, Object>toMap(
                                        it -> it[0], it -> it[1]));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        environment.getPropertySources().addLast(new MapPropertySource("yaml", WRITTEN));
        return environment;
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(AService.class)
                .environment((StandardEnvironment) environment(settings))
                .run();
    }

    private static String refusal(String... settings) {
        var failure = Objects.requireNonNull(catchThrowable(() -> start(settings)));
        assertThat(Start.isRefusal(failure)).isTrue();
        var analysis = new RefusedSettingAnalyzer(environment(settings)).analyze(failure);
        return Objects.requireNonNull(analysis).getDescription();
    }
}
