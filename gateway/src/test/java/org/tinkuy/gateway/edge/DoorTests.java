package org.tinkuy.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTests {

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/registrations", "/api/seats", "/API/seats", "/api/"})
    void leadsToTheApi(String path) {
        assertThat(Door.of(path)).isEqualTo(Door.API);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/programmes/rumbo-a-perumin/apurimac",
                "/assets/site.css",
                "/programmes/integraci%C3%B3n",
                "/a%20b",
                "/internals",
                "/actuators/x",
                "/programmes/internal/"
            })
    void leadsToPages(String path) {
        assertThat(Door.of(path)).isEqualTo(Door.PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi", "/api/openapi/registration"})
    void leadsToWhatTheApiIs(String path) {
        assertThat(Door.of(path)).isEqualTo(Door.DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/device-sessions/exchange",
                "/Internal/device-sessions/exchange",
                "/INTERNAL/",
                "/actuator",
                "/actuator/env",
                "/ACTUATOR/health",
                "/actuator/health",
                "/actuator/health/readiness/",
                "/actuator/health/readiness/readinessState",
                "/actuator/health/system/site",
                "/actuator/prometheus/"
            })
    void keepsInsideWhatIsInside(String path) {
        assertThat(Door.of(path)).isEqualTo(Door.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//internal/x",
                "/api//internal/x",
                "/api/../internal/x",
                "/api/..",
                "/api/.",
                "/./internal",
                "/api/%2e%2e/internal",
                "/api/%2E%2E/internal",
                "/api/.%2e/internal",
                "/api/..%2finternal",
                "/api/..%5cinternal",
                "/api\\..\\internal",
                "/api/..;/internal",
                "/api/seats;a=b",
                "/internal;x/device-sessions/exchange",
                "/%69nternal/device-sessions/exchange",
                "/%41ctuator/env",
                "/api/%252e%252e/internal",
                "/api/%00",
                "/api/%0d%0aX: y",
                "/api/%zz",
                "/api/%2",
                "/api/%",
                "",
                "*",
                "internal"
            })
    void refusesWhatTwoParsersCouldReadDifferently(String path) {
        assertThat(Door.of(path)).isEqualTo(Door.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/health/system"
            })
    void showsItsOwnHealth(String path) {
        assertThat(Door.of(path)).isEqualTo(Door.HEALTH);
    }
}
