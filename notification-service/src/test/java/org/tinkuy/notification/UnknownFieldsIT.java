package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.UnknownFields;

@RunningService
class UnknownFieldsIT {

    @Autowired private WebTestClient http;

    @Test
    void everyOperationRefusesWhatItDoesNotKnow() {
        var walk = new UnknownFields(http, "notification", Callers.owner()).walk();

        assertThat(walk.taken()).isEmpty();
        assertThat(walk.asked()).isGreaterThanOrEqualTo(5);
    }
}
