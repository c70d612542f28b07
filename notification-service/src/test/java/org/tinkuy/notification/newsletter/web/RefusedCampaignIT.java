package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.delivery.MailServerAnswers;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.MovableTime;
import tools.jackson.databind.JsonNode;

/// A mail server that refuses nearly everybody, and what is left when it takes mail again.
@RunningService
class RefusedCampaignIT {

    /// Hours at which no other test's mail is answered: that would speak against those refused
    /// here.
    private static final int FAR_FROM_OTHERS = 14;

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired MailServerAnswers answers;
    @Autowired MovableTime time;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    @AfterEach
    void allIsWellAgain() {
        server.meetEverybodyWith(Reaction.ACCEPT);
        time.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE_RECIPIENT_550, 550 5.1.1, 10",
        "REFUSE_RELAYING_550, 550 relay not permitted, 11",
        "REFUSE_MESSAGE_550, 550 Administrative prohibition, 12",
        "REFUSE_SENDER_550, 550 5.7.1, 13"
    })
    void pausesByItselfSaysWhyAndGoesOnWhenItIsToldTo(
            Reaction refusal, String said, int hoursFromOtherTests) {
        time.pass(Duration.ofHours(hoursFromOtherTests));
        newsletters.subscribe(60, "es");
        server.meetEverybodyWith(refusal);
        var campaign = newsletters.written(10);
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "paused");

        var paused = newsletters.campaign(campaign);
        var why = paused.get("pauseReason");
        assertThat(why.get("refused").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(why.get("judged").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(why.get("said").asString()).startsWith(said).doesNotContain("@");
        assertThat(newsletters.progress(campaign, "recipients")).isEqualTo(60);
        assertThat(newsletters.progress(campaign, "queued")).isPositive();
        othersAreHeard();
        assertThat(size("active")).isEqualTo(60);

        server.meetEverybodyWith(Reaction.ACCEPT);
        assertThat(newsletters.act(campaign, "resume").has("pauseReason")).isFalse();
        newsletters.awaitState(campaign, "finished");
        assertThat(newsletters.progress(campaign, "sent")).isEqualTo(60);
        assertThat(newsletters.recipients()).hasSize(60).doesNotHaveDuplicates();
        assertThat(newsletters.progress(campaign, "failed")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void isNotFinishedWhenEverybodyWasRefused(int readers) {
        newsletters.subscribe(readers, "es");
        server.meetEverybodyWith(Reaction.REFUSE_MESSAGE_554);
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "paused");

        // it pauses at the third; what was not under way by then is held
        assertThat(newsletters.progress(campaign, "failed")).isBetween(3L, (long) readers);
        newsletters.act(campaign, "resume");
        newsletters.awaitState(campaign, "paused");
        server.meetEverybodyWith(Reaction.ACCEPT);
        newsletters.act(campaign, "resume");
        newsletters.awaitState(campaign, "finished");
        assertThat(newsletters.progress(campaign, "sent")).isEqualTo(readers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void suppressesNobodyOfAListHoweverShort(int readers) {
        newsletters.subscribe(readers, "es");
        time.pass(Duration.ofHours(FAR_FROM_OTHERS + readers));
        server.meetEverybodyWith(Reaction.REFUSE_RECIPIENT_550);
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.progress(campaign, "failed") == readers);
        othersAreHeard();
        assertThat(size("active")).isEqualTo(readers);
        await().atMost(Newsletters.PATIENCE).until(() -> !state(campaign).equals("sending"));

        server.meetEverybodyWith(Reaction.ACCEPT);
        if (state(campaign).equals("paused")) {
            newsletters.act(campaign, "resume");
        } else {
            assertThat(retried().get("retried").asLong()).isEqualTo(readers);
        }
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.progress(campaign, "sent") == readers);
    }

    @Test
    void holdsWhatIsSentAgainUntilItGoesOn() {
        newsletters.subscribe(10, "es");
        server.meetEverybodyWith(Reaction.REFUSE_RECIPIENT_550);
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "paused");
        var one = deliveries().get(0).get("id").asString();
        var insisted =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/deliveries/" + one + "/retry",
                        organiser(),
                        null,
                        200);
        assertThat(insisted.get("state").asString()).isEqualTo("paused");
        var others = retried();
        assertThat(others.get("retried").asLong()).isZero();
        assertThat(others.get("held").asLong()).isEqualTo(9);
        assertThat(newsletters.progress(campaign, "queued")).isEqualTo(10);
        assertThat(newsletters.progress(campaign, "failed")).isZero();

        server.meetEverybodyWith(Reaction.ACCEPT);
        await().during(Duration.ofSeconds(2))
                .atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.recipients().isEmpty());
        assertThat(newsletters.campaign(campaign).has("pauseReason")).isTrue();
        newsletters.act(campaign, "resume");
        newsletters.awaitState(campaign, "finished");
        assertThat(newsletters.recipients()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhereSomeAddressesAreGone() {
        newsletters.subscribe(20, "es");
        var gone = newsletters.subscribed("en");
        server.script(gone, Reaction.REFUSE_RECIPIENT_550);
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "finished");

        assertThat(newsletters.progress(campaign, "sent")).isEqualTo(20);
        assertThat(newsletters.progress(campaign, "failed")).isEqualTo(1);
        othersAreHeard();
        assertThat(size("active")).isEqualTo(20);
        assertThat(size("suppressed")).isEqualTo(1);
        assertThat(size("confirmed")).isEqualTo(21);
        var next = newsletters.written(1000);
        assertThat(newsletters.campaign(next).get("audience").asLong()).isEqualTo(20);

        // whoever reads the question's mail has shown that mail arrives
        newsletters.ask(gone, "en");
        newsletters.confirm(Newsletters.confirmationToken(newsletters.mail(gone, 2)));
        assertThat(size("active")).isEqualTo(21);
        newsletters.act(next, "sending");
        newsletters.awaitState(next, "finished");
        assertThat(newsletters.progress(next, "sent")).isEqualTo(21);
    }

    private String state(UUID campaign) {
        return newsletters.campaign(campaign).get("state").asString();
    }

    private String organiser() {
        return Callers.bearer("organiser:" + newsletters.programme);
    }

    private JsonNode retried() {
        return newsletters.call(
                HttpMethod.POST,
                "/api/deliveries/retry",
                organiser(),
                Map.of("programmeId", newsletters.programme, "state", "failed"),
                200);
    }

    private JsonNode deliveries() {
        return newsletters
                .call(
                        HttpMethod.GET,
                        "/api/deliveries?programmeId=" + newsletters.programme,
                        organiser(),
                        null,
                        200)
                .get("items");
    }

    private void othersAreHeard() {
        answers.areHeardAbout(
                newsletters
                        .texts(
                                "select address from subscriptions where programme_id = $1",
                                newsletters.programme)
                        .toArray(String[]::new));
    }

    private long size(String part) {
        return newsletters
                .call(
                        HttpMethod.GET,
                        "/api/newsletters/" + newsletters.programme + "/subscriptions/count",
                        newsletters.bearer,
                        null,
                        200)
                .get(part)
                .asLong();
    }
}
