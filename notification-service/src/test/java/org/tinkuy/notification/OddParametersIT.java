package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.OddParameters;

@RunningService
class OddParametersIT {

    @Autowired private WebTestClient http;

    @Test
    void everyParameterRefusesWhatIsNoneOfItsKind() {
        assertThat(new OddParameters(http, "notification", Callers.owner()).taken()).isEmpty();
    }
}
