package org.tinkuy.notification.newsletter.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.newsletter.AdvanceCampaigns;
import org.tinkuy.notification.newsletter.CampaignCopies;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.testing.MovableTime;

/// Copies are neither lost nor doubled, whoever makes them and whatever happens meanwhile.
@RunningService
class FanOutIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired AdvanceCampaigns advance;
    @Autowired Campaigns campaigns;
    @Autowired CampaignCopies campaignCopies;
    @Autowired TransactionalOperator transaction;
    @Autowired MovableTime clock;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    /// The service's own thread is one of those that take steps.
    @Test
    void makesEveryCopyOnceWhereSeveralInstancesTakeSteps() throws Exception {
        newsletters.subscribe(1500, "es");
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        var steps =
                IntStream.range(0, 4)
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            for (var i = 0; i < 30; i++) {
                                                advance.step(clock.instant()).block(SOON);
                                            }
                                        }))
                        .toList();
        for (var step : steps) {
            step.join();
        }
        newsletters.awaitState(campaign, "finished");

        assertThat(newsletters.progress(campaign, "sent")).isEqualTo(1500);
        assertThat(new HashSet<>(newsletters.recipients())).hasSize(1500);
        assertThat(newsletters.recipients()).hasSize(1500);
    }

    /// As when the process is killed before it commits: copies and cursor go together.
    @Test
    void leavesAStepUndoneAsAWholeWhenItDiesInTheMiddle() {
        newsletters.subscribe(10, "es");
        var campaign = newsletters.written(10);
        requireNonNull(
                transaction
                        .execute(killed -> {
                            killed.setRollbackOnly();
                            return campaigns
                                    .takeDraft(new CampaignId(campaign))
                                    .flatMap(draft ->
                                            campaigns.start(
                                                    draft, UUID.randomUUID(), clock.instant()))
                                    .flatMap(started ->
                                            campaignCopies.fanOut(started, 4, clock.instant()))
                                    .doOnNext(made -> assertThat(made).isEqualTo(4));
                        })
                        .blockLast(SOON));

        assertThat(copies(campaign)).isZero();
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "finished");
        assertThat(newsletters.recipients()).hasSize(10).doesNotHaveDuplicates();
    }

    /// Pauses, resumptions, farewells and steps in an order that chance decides, seen from outside:
    /// whoever stayed has one mail, whoever left before the end has one at most.
    @Test
    void losesAndDoublesNobodyWhateverHappensMeanwhile() {
        var seed = new SplittableRandom().nextLong();
        var chance = new SplittableRandom(seed);
        newsletters.subscribe(80, "es");
        var campaign = newsletters.written(20);
        newsletters.act(campaign, "sending");
        var left = new HashSet<String>();
        while (!newsletters.campaign(campaign).get("state").asString().equals("finished")) {
            switch (chance.nextInt(4)) {
                case 0 -> {
                    if (newsletters.campaign(campaign).get("state").asString().equals("sending")
                            && copies(campaign) < 80) {
                        newsletters.act(campaign, "pause");
                        newsletters.act(campaign, "resume");
                    }
                }
                case 1 -> {
                    var number = 1 + chance.nextInt(80);
                    var address = "bulk-" + number + "-" + newsletters.programme + "@example.org";
                    if (left.size() < 10 && left.add(address)) {
                        newsletters.unsubscribe(
                                newsletters
                                        .texts(
                                                "select unsubscribe_token from subscriptions"
                                                        + " where address = $1",
                                                address)
                                        .getFirst());
                    }
                }
                default -> advance.step(clock.instant()).block(SOON);
            }
        }

        assertThat(newsletters.recipients()).as("seed %s", seed).doesNotHaveDuplicates();
        assertThat(newsletters.recipients().stream().filter(it -> !left.contains(it)))
                .as("seed %s", seed)
                .hasSize(80 - left.size());
    }

    @Test
    void floodsNoRelayThatWasAway() {
        newsletters.subscribe(60, "es");
        var campaign = newsletters.written(4);
        server.goDown();
        try {
            newsletters.act(campaign, "sending");
            await().atMost(Newsletters.PATIENCE).until(() -> copies(campaign) >= 20);
            advance.step(clock.instant().plus(Duration.ofMinutes(10))).block(SOON);
            assertThat(untried(campaign))
                    .as(() -> "beside those that were tried: " + tried(campaign))
                    .isLessThanOrEqualTo(20);
        } finally {
            server.comeBack();
        }
        newsletters.act(campaign, "cancel");
    }

    @Test
    void marksCampaignsOfOtherLanguagesWithTheirOwn() {
        var english = newsletters.subscribed("en");
        var campaign =
                newsletters.written(100, Map.of("es", "Solo {{name}}"), Map.of("es", "Hola"));
        newsletters.act(campaign, "sending");

        assertThat(Newsletters.header(newsletters.mail(english, 2), "Content-Language"))
                .isEqualTo("es");
    }

    /// Of what was tried and came back there is another account: it waits longer each time.
    private long untried(UUID campaign) {
        return newsletters.count(
                "select count(*) from all_deliveries"
                        + " where kind = 'campaign' and about[1] = $1 and attempts = 0",
                campaign);
    }

    private List<String> tried(UUID campaign) {
        return newsletters.texts(
                "select concat_ws(' ', state, attempts, cause, reason) from all_deliveries"
                        + " where kind = 'campaign' and about[1] = $1 and attempts > 0",
                campaign);
    }

    private long copies(UUID campaign) {
        return newsletters.count(
                "select count(*) from all_deliveries where kind = 'campaign' and about[1] = $1",
                campaign);
    }
}
