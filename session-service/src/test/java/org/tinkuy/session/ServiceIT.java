package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.InnerSide;

@RunningService
class ServiceIT {

    @Autowired private WebTestClient http;
    @Autowired private InnerSide inner;

    @Test
    void isReadyAndShowsItsMetrics() {
        inner.isClosedToOthers(http, "/actuator/health/readiness");
        inner.isClosedToOthers(http, "/actuator/prometheus");
    }

    @Test
    void isNotReadyWithoutADatabase(
            @Autowired ConnectionFactory database,
            @Value("${spring.r2dbc.pool.max-size}") int connections) {
        inner.isNotReadyWithoutADatabase(database, connections);
    }

    @Test
    void timesRequestsByWhatTookThem() {
        http.get().uri("/api/programmes").exchange().expectStatus().isOk();
        inner.http()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .value(metrics ->
                        assertThat(metrics)
                                .contains(
                                        "http_server_requests_seconds_count{method=\"GET\","
                                                + "status=\"200\",uri=\"/api/programmes\"}"));
    }
}
