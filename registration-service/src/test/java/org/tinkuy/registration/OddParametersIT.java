package org.tinkuy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.OddParameters;

@RunningService
class OddParametersIT {

    @Autowired private WebTestClient http;
    @Autowired private People people;

    @Test
    void everyParameterRefusesWhatIsNoneOfItsKind() {
        var organiser = people.organiser().bearer();

        assertThat(new OddParameters(http, "registration", organiser).taken()).isEmpty();
    }
}
