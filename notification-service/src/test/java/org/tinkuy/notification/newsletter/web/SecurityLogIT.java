package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.WrittenLines;

/// What the security log tells of lists and of what is sent to them, once, and of nobody on them.
@RunningService
class SecurityLogIT {

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private final UUID editor = UUID.randomUUID();
    private WrittenLines lines;
    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    /// Starting the service sets loggers up anew.
    @BeforeEach
    void listen() {
        lines = new WrittenLines(SecurityLog.LOGGER);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void tellsWhoReadAListTookSomebodyOffAndSentAnIssue() {
        var reader = newsletters.subscribed("en");
        var campaign = newsletters.written(1000);
        var programme = newsletters.programme;
        var bearer = Callers.bearerOf(editor, "organiser:" + programme);

        newsletters.call(
                HttpMethod.POST, "/api/campaigns/" + campaign + "/sending", bearer, null, 200);
        newsletters.call(
                HttpMethod.GET, "/api/deliveries?programmeId=" + programme, bearer, null, 200);
        newsletters.call(
                HttpMethod.POST,
                "/api/newsletters/" + programme + "/removals",
                bearer,
                Map.of("address", reader),
                200);
        newsletters.call(
                HttpMethod.POST,
                "/api/deliveries/retry",
                bearer,
                Map.of("programmeId", programme, "state", "failed"),
                200);
        newsletters.call(HttpMethod.GET, "/api/deliveries", Callers.bearerOf(editor), null, 403);

        var by = "by=" + editor;
        assertOnce("campaign-sent", by, "about=" + campaign);
        assertOnce("list-read", by, "programme=" + programme, "what=deliveries");
        assertOnce("subscriber-removed", by, "programme=" + programme);
        assertOnce("deliveries-retried", by, "programme=" + programme, "count=0");
        assertOnce("access-refused", by);
        assertThat(lines.with(reader)).isEmpty();
        assertThat(lines.with("@")).isEmpty();
    }

    /// What is refused is told when the answer has left.
    private void assertOnce(Object... words) {
        await().untilAsserted(() -> assertThat(lines.with(words)).as("%s", lines.all()).hasSize(1));
    }
}
