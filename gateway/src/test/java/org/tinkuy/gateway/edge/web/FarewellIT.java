package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;

/// One-click unsubscribing (RFC 8058) at the door.
class FarewellIT extends GatewayTest {

    private static final String PATH = "/newsletter/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void letsAMailProgramUnsubscribeWithoutCookieAndOrigin() throws Exception {
        assertThat(send(oneClick("198.51.100.20")).statusCode()).isEqualTo(200);
        assertThat(site.last().uri()).isEqualTo(PATH);
        assertThat(site.last().body()).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void stillRefusesAnotherSitesFormInTheNameOfWhoeverIsSignedIn() throws Exception {
        var answer =
                send(
                        oneClick("198.51.100.21")
                                .header("Cookie", "tinkuy=somebody")
                                .header("Origin", "https://elsewhere.example"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(site.received()).isEmpty();
    }

    /// A mail provider's few machines send what thousands of people clicked.
    @Test
    void doesNotTakeTheFarewellsOfABigCampaignForGuessing() throws Exception {
        for (var i = 0; i < CODES_BURST * 20; i++) {
            assertThat(send(oneClick("198.51.100.22")).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/newsletter/confirm/a-token", "/api/newsletter-confirmations"})
    void countsConfirmationsAsItCountsCodes(String path) throws Exception {
        var network = "198.51.100." + (30 + path.length());
        for (var i = 0; i < CODES_BURST; i++) {
            assertThat(post(path, network).statusCode()).isEqualTo(200);
        }
        assertThat(post(path, network).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> post(String path, String client) throws Exception {
        return send(request(path).header("X-Forwarded-For", client).POST(body("")));
    }

    private HttpRequest.Builder oneClick(String client) {
        return request(PATH)
                .header("X-Forwarded-For", client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body("List-Unsubscribe=One-Click"));
    }
}
