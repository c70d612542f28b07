package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class IdentityPropertiesTests {

    private static final String SECRET = "tinkuy.identity.sign-in-secret=" + "s".repeat(32);
    private static final String ORGANISER = "tinkuy.identity.organiser=organiser@example.org";

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IdentityProperties.class)
    static class Settings {}

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void startsWithASecretAndAnOrganiser() {
        application
                .withPropertyValues(SECRET, ORGANISER)
                .run(started ->
                        assertThat(started.getBean(IdentityProperties.class).toString())
                                .doesNotContain("sss"));
    }

    @Test
    void saysWhichSecretIsMissing() {
        application
                .withPropertyValues("tinkuy.identity.sign-in-secret=", ORGANISER)
                .run(failed ->
                        assertThat(failed.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("set TINKUY_SIGN_IN_SECRET"));
    }

    @Test
    void saysThatTheOrganiserIsNoAddress() {
        application
                .withPropertyValues(SECRET, "tinkuy.identity.organiser=the boss")
                .run(failed ->
                        assertThat(failed.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("set TINKUY_ORGANISER"));
    }
}
