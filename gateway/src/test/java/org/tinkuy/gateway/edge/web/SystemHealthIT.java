package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.gateway.StubService;

class SystemHealthIT extends GatewayTest {

    @Test
    void isReadyByItself() throws Exception {
        registration.stop();
        var answer = send(request("/actuator/health/readiness"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void saysThatTheSystemIsReadyOnlyWhenEveryServiceIs() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    var answer = system();
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body())
                            .contains(
                                    "\"status\":\"UP\"",
                                    "\"registration-service\":{\"status\":\"UP\"}",
                                    "\"session-service\":{\"status\":\"UP\"}",
                                    "\"notification-service\":{\"status\":\"UP\"}",
                                    "\"site\":{\"status\":\"UP\"}");
                });
        assertThat(notification.last().uri()).isEqualTo("/actuator/health/readiness");
        assertThat(notification.last().headers().get("Authorization"))
                .isEqualTo("Bearer " + INNER_SECRET);
        notification.answers(StubService.status(503));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    var answer = system();
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body())
                            .contains(
                                    "\"notification-service\":{\"status\":\"OUT_OF_SERVICE\"}",
                                    "\"site\":{\"status\":\"UP\"}")
                            .doesNotContain("details", "http");
                });
        notification.stop();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(system().statusCode()).isEqualTo(503));
    }

    private HttpResponse<String> system() throws Exception {
        return send(request("/actuator/health/system"));
    }
}
