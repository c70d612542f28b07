package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;

class TestApplicationIT {

    @Test
    void startsWithNothingInstalled() {
        try (var application = TestApplication.start("--server.port=0")) {
            assertThat(application.getBean(ApplicationAvailability.class).getLivenessState())
                    .isEqualTo(LivenessState.CORRECT);
        }
    }
}
