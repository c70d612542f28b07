package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.InnerSide;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class ServiceIT {

    @Autowired private WebTestClient http;
    @Autowired private InnerSide inner;

    @Test
    void describesItsApi() {
        var description =
                JsonMapper.shared()
                        .readTree(
                                Objects.requireNonNull(
                                        http.get()
                                                .uri("/api/openapi/session")
                                                .exchange()
                                                .expectStatus()
                                                .isOk()
                                                .expectBody()
                                                .returnResult()
                                                .getResponseBody()));

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/programmes",
                        "/api/programmes/{idOrSlug}",
                        "/api/programmes/{idOrSlug}/file",
                        "/api/programmes/{idOrSlug}/sessions",
                        "/api/programmes/{id}/draft",
                        "/api/programmes/{id}/draft/challenges",
                        "/api/programmes/{id}/draft/challenges/{challengeId}",
                        "/api/programmes/{id}/draft/events",
                        "/api/programmes/{id}/draft/events/{eventId}",
                        "/api/programmes/{id}/draft/follow-ups",
                        "/api/programmes/{id}/draft/follow-ups/{followUpId}",
                        "/api/programmes/{id}/draft/sessions",
                        "/api/programmes/{id}/draft/stands",
                        "/api/programmes/{id}/draft/stands/{standId}",
                        "/api/programmes/{id}/events/{eventId}/publication",
                        "/api/programmes/{id}/publication",
                        "/api/programmes/{id}/sessions",
                        "/api/programmes/import",
                        "/api/sessions/{id}",
                        "/api/sessions/{id}/cancellation",
                        "/api/sessions/{id}/capacity",
                        "/api/sessions/{id}/changes",
                        "/api/sessions/{id}/draft",
                        "/api/sessions/{id}/publication",
                        "/api/sessions/{id}/schedule");
        assertThat(description.toString()).doesNotContain("\"name\":\"caller\"", "deviceSessionId");
    }

    @Test
    void isReadyAndShowsItsMetrics() {
        inner.isClosedToOthers(http, "/actuator/health/readiness");
        inner.isClosedToOthers(http, "/actuator/prometheus");
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
