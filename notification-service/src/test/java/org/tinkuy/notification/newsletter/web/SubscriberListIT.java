package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;

/// What organisers see of a list, and whom they take off it.
@RunningService
class SubscriberListIT {

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    @Test
    void showsTheSubscribersWhomMailsWentTo() {
        var reader = newsletters.subscribed("en");
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "finished");

        var shown =
                newsletters
                        .call(
                                HttpMethod.GET,
                                "/api/deliveries?programmeId=" + newsletters.programme,
                                Callers.bearer("organiser:" + newsletters.programme),
                                null,
                                200)
                        .get("items");

        assertThat(shown).hasSize(2);
        assertThat(shown)
                .allSatisfy(item ->
                        assertThat(item.get("recipient").get("address").asString())
                                .isEqualTo(reader));
    }

    @Test
    void takesAnAddressOffWhateverItsCaseAndStopsItsCopies() {
        newsletters.subscribe(30, "es");
        var campaign = newsletters.written(1);
        newsletters.act(campaign, "sending");
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.progress(campaign, "sent") >= 1);
        newsletters.act(campaign, "pause");
        var address = "bulk-30-" + newsletters.programme + "@example.org";

        assertThat(remove(address.toUpperCase(Locale.ROOT), 200).get("removed").asBoolean())
                .isTrue();
        assertThat(remove(address, 200).get("removed").asBoolean()).isFalse();
        assertThat(remove("nobody@example.org", 200).get("removed").asBoolean()).isFalse();

        assertThat(newsletters.texts("select state from subscriptions where address = $1", address))
                .containsExactly("unsubscribed");
        assertThat(
                        newsletters.texts(
                                "select c.how from consents c join subscriptions s"
                                        + " on s.id = c.subscription_id where s.address = $1",
                                address))
                .containsExactly("organiser");
        newsletters.act(campaign, "cancel");
        assertThat(newsletters.recipients()).doesNotContain(address);
    }

    @Test
    void isNobodyElses() {
        remove("no address", 400);
        newsletters.call(HttpMethod.POST, path(), null, Map.of("address", "a@example.org"), 401);
        newsletters.call(
                HttpMethod.POST,
                path(),
                Callers.bearer("editor:" + UUID.randomUUID()),
                Map.of("address", "a@example.org"),
                404);
    }

    /// An owner may write for every programme that there is.
    @Test
    void isNotThereWithoutAProgramme() {
        var nowhere = "/api/newsletters/" + UUID.randomUUID();
        var owner = Callers.bearer("owner:*");

        newsletters.call(HttpMethod.GET, nowhere + "/subscriptions/count", owner, null, 404);
        newsletters.call(
                HttpMethod.POST,
                nowhere + "/removals",
                owner,
                Map.of("address", "rosa@example.org"),
                404);
    }

    private JsonNode remove(String address, int status) {
        return newsletters.call(
                HttpMethod.POST, path(), newsletters.bearer, Map.of("address", address), status);
    }

    private String path() {
        return "/api/newsletters/" + newsletters.programme + "/removals";
    }
}
