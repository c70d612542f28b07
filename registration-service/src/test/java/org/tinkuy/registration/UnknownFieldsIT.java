package org.tinkuy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.UnknownFields;

@RunningService
class UnknownFieldsIT {

    @Autowired private WebTestClient http;
    @Autowired private People people;

    @Test
    void everyOperationRefusesWhatItDoesNotKnow() {
        var walk = new UnknownFields(http, "registration", people.organiser().bearer()).walk();

        assertThat(walk.taken()).isEmpty();
        assertThat(walk.asked()).isGreaterThanOrEqualTo(3);
    }
}
