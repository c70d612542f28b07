package org.tinkuy.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.UnknownFields;
import tools.jackson.databind.JsonNode;

@RunningService
class UnknownFieldsIT {

    @Autowired private WebTestClient http;

    @Test
    void everyOperationRefusesAFieldThatItDoesNotKnow() {
        var api =
                http.get()
                        .uri("/api/openapi/notification")
                        .exchange()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody();
        var walk = new UnknownFields(http, requireNonNull(api), Callers.owner()).walk();

        assertThat(walk.taken()).isEmpty();
        assertThat(walk.asked()).isGreaterThanOrEqualTo(5);
    }
}
