package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.gateway.StubService;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.testing.WrittenLines;

/// What the security log tells of those who are turned away at the door.
class RefusalLogIT extends GatewayTest {

    @Test
    void tellsWhatWasRefusedOnceAMinuteAndOfANetworkWhatHundredsShare() throws Exception {
        registration.answers(StubService.status(401));
        try (var lines = new WrittenLines(SecurityLog.LOGGER)) {
            for (var times = 0; times < 3; times++) {
                var foreign =
                        request("/sign-in")
                                .header("X-Forwarded-For", "203.0.113.45")
                                .header("Origin", "https://evil.example")
                                .POST(body("address=rosa@example.org"));
                assertThat(send(foreign).statusCode()).isEqualTo(403);
                var stranger =
                        request("/api/attendees/me")
                                .header("X-Forwarded-For", "203.0.113.45")
                                .header("Authorization", "Bearer " + "s".repeat(43));
                assertThat(send(stranger).statusCode()).isEqualTo(401);
                assertThat(send(request("/api/nowhere")).statusCode()).isEqualTo(404);
            }

            assertThat(lines.all())
                    .containsExactlyInAnyOrder(
                            "request-refused what=foreign-origin network=203.0.113.0/24",
                            "request-refused what=unauthenticated network=203.0.113.0/24");
        }
    }
}
