package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class InboxDefaultsTests {

    private static final String BINDINGS = "spring.cloud.stream.bindings.";

    @Test
    void givesEveryFunctionAGroupOfItsOwn() {
        var environment =
                environment(
                        Map.of(
                                BINDINGS + "followStands-in-0.destination", "stands",
                                BINDINGS + "mapStands-in-0.destination", "stands"));
        assertThat(environment.getProperty(BINDINGS + "followStands-in-0.group"))
                .isEqualTo("stand-service.followStands");
        assertThat(environment.getProperty(BINDINGS + "mapStands-in-0.group"))
                .isEqualTo("stand-service.mapStands");
        assertThat(environment.getProperty("spring.cloud.function.definition"))
                .isEqualTo("followStands;mapStands");
    }

    @Test
    void leavesWhatTheServiceSays() {
        var environment =
                environment(
                        Map.of(
                                BINDINGS + "followStands-in-0.destination", "stands",
                                BINDINGS + "followStands-in-0.group", "own"));
        assertThat(environment.getProperty(BINDINGS + "followStands-in-0.group")).isEqualTo("own");
    }

    @Test
    void definesNoFunctionForAServiceThatHandlesNothing() {
        assertThat(environment(Map.of()).containsProperty("spring.cloud.function.definition"))
                .isFalse();
    }

    private static ConfigurableEnvironment environment(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "service", Map.of("spring.application.name", "stand-service")));
        environment.getPropertySources().addFirst(new MapPropertySource("own", properties));
        new InboxDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
