package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.ConcludeAttempts;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.MailServerAnswers;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.testing.MovableTime;

/// A mail server that fails in every way, and workers that die.
@RunningService
class MailFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration LEASE = Duration.ofSeconds(10);

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired MailWorkers workers;
    @Autowired LaneWork.Tools tools;
    @Autowired MailPreparation preparation;
    @Autowired Bell bell;
    @Autowired DeliveryQueue queue;
    @Autowired TidyDeliveries tidy;
    @Autowired ConcludeAttempts attempts;
    @Autowired MailServer mailServer;
    @Autowired PhaseTimes times;
    @Autowired MailServerAnswers answers;
    @Autowired DeliveryMetrics metrics;
    @Autowired MeterRegistry meters;
    @Autowired NotificationSettings settings;
    @Autowired MovableTime time;
    @Autowired Clock clock;

    @AfterEach
    void allIsWellAgain() {
        server.offerPipelining(true);
        time.reset();
        workers.start();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reaction.class,
            names = {
                "DEFER_RECIPIENT_451",
                "CLOSE_CHANNEL_421",
                "DEFER_MESSAGE_452",
                "DROP_BEFORE_DATA"
            })
    void triesAgainAfterARefusalThatMayPass(Reaction refusal) {
        var address = someone();
        server.script(address, refusal, refusal);
        var challenge = Acts.signIn(others, address, null);
        awaitState(challenge, "sent");
        assertThat(server.received(address)).hasSize(1);
        assertThat(attempts(challenge)).isEqualTo(3);
        assertThat(unknowns(challenge)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reaction.class,
            names = {"REFUSE_RECIPIENT_550", "REFUSE_MESSAGE_554"})
    void givesUpAfterARefusalForGood(Reaction refusal) {
        var address = someone();
        server.script(address, refusal);
        var challenge = Acts.signIn(others, address, null);
        awaitState(challenge, "failed");
        assertThat(reason(challenge)).startsWith("55");
        assertThat(server.received(address)).isEmpty();
    }

    @Test
    void givesUpAnAddressThatIsNone() {
        var challenge = Acts.signIn(others, "no address at all", null);
        awaitState(challenge, "failed");
        assertThat(reason(challenge)).isEqualTo("no address that mail can be sent to");
    }

    @Test
    void resendsACodeWhoseFateIsUnknownWithTheSameMessageId() throws Exception {
        var address = someone();
        server.script(address, Reaction.TAKE_AND_DROP, Reaction.TAKE_AND_DROP);
        var challenge = Acts.signIn(others, address, null);
        awaitState(challenge, "sent");
        assertThat(messageIds(address)).hasSize(1);
        assertThat(server.received(address)).hasSize(3);
        assertThat(unknowns(challenge)).isEqualTo(2);
    }

    @Test
    void resendsANoticeOnceAndLeavesItUnknownAfterThat() throws Exception {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.TAKE_AND_DROP, Reaction.TAKE_AND_DROP);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitState(acts.attendee, "unknown");
        assertThat(server.received(acts.address)).hasSize(2);
        assertThat(messageIds(acts.address)).hasSize(1);
        assertThat(meters.get("tinkuy.delivery.left.unknown").counters()).isNotEmpty();
        assertThat(meters.get("tinkuy.delivery.unknown").counters()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isUnsureOnlyOfTheOneMessageThatWasNotAnswered(boolean pipelining) {
        server.offerPipelining(pipelining);
        workers.stop();
        var challenges = new LinkedHashMap<UUID, String>();
        for (var i = 0; i < 12; i++) {
            var address = someone();
            challenges.put(Acts.signIn(others, address, null), address);
        }
        challenges.keySet().forEach(challenge -> awaitState(challenge, "ready"));
        var lost = List.copyOf(challenges.keySet()).get(5);
        server.script(need(challenges, lost), Reaction.TAKE_AND_DROP);
        workers.start();
        challenges.forEach((challenge, address) -> {
            awaitState(challenge, "sent");
            assertThat(unknowns(challenge)).isEqualTo(challenge.equals(lost) ? 1 : 0);
            assertThat(attempts(challenge)).isEqualTo(challenge.equals(lost) ? 2 : 1);
            assertThat(server.received(address)).hasSize(challenge.equals(lost) ? 2 : 1);
        });
    }

    @Test
    void sendsToDomainsOfEveryScriptAndToQuotedLocalParts() {
        var id = UUID.randomUUID();
        awaitState(Acts.signIn(others, id + "@señal.pe", null), "sent");
        assertThat(server.received(id + "@xn--seal-hqa.pe")).hasSize(1);
        var quoted = "\"ana " + id + "\"@example.org";
        awaitState(Acts.signIn(others, quoted, null), "sent");
        assertThat(server.received(quoted)).hasSize(1);
    }

    @Test
    void saysWhyALocalPartIsNotTaken() {
        var challenge = Acts.signIn(others, "josé-" + UUID.randomUUID() + "@example.org", null);
        awaitState(challenge, "failed");
        assertThat(reason(challenge))
                .isEqualTo("the mail server takes no addresses with such letters before the @");
    }

    @Test
    void writesNoMoreNoticesToAnAddressThatWasRefusedForGoodButCodes() {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.REFUSE_RECIPIENT_550);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitState(acts.attendee, "failed");
        answers.speakAgainst(acts.address);
        assertThat(suppressed(acts.address)).isTrue();
        acts.cancelled(acts.first, acts.firstSession);
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from all_deliveries where recipient_id = $1"
                                                + " and state = 'failed'",
                                        acts.attendee)
                                == 2);
        assertThat(server.received(acts.address)).isEmpty();

        awaitState(Acts.signIn(others, acts.address, null), "sent");
        acts.attendeeErased();
        await().atMost(PATIENCE).until(() -> !suppressed(acts.address));
    }

    @Test
    void letsWhatWasDueWhileTheServerWasDownExpireUnsent() {
        var address = someone();
        server.goDown();
        try {
            var challenge = Acts.signIn(others, address, null);
            await().atMost(PATIENCE).until(() -> reason(challenge).startsWith("no answer"));
            time.pass(Duration.ofMinutes(11));
            awaitState(challenge, "expired");
            assertThat(unknowns(challenge)).isZero();
        } finally {
            server.comeBack();
        }
        time.reset();
        awaitState(Acts.signIn(others, someone(), null), "sent");
        assertThat(server.received(address)).isEmpty();
    }

    @Test
    void keepsMailWhileTheServerIsDownAndSendsItOnceWhenItIsBack() {
        var acts = new Acts(others).everythingKnown();
        server.goDown();
        try {
            var challenge = Acts.signIn(others, acts.address, null);
            acts.confirmed(acts.first, acts.firstSession, acts.first);
            await().atMost(PATIENCE).until(() -> reason(challenge).startsWith("no answer"));
            assertThat(state(challenge)).isIn("ready", "claimed");
            assertThat(attempts(challenge)).isZero();
        } finally {
            server.comeBack();
        }
        awaitState(acts.attendee, "sent");
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 2);
    }

    @Test
    void sendsNoCodeWhoseTimeIsOver() {
        workers.stop();
        var address = someone();
        var challenge = Acts.signIn(others, address, null);
        awaitState(challenge, "ready");
        time.pass(Duration.ofMinutes(11));
        workers.start();
        awaitState(challenge, "expired");
        assertThat(server.received(address)).isEmpty();
        assertThat(count("select count(*) from codes where challenge_id = $1", challenge)).isZero();
        assertThat(meters.get("tinkuy.delivery.expired").counters()).isNotEmpty();
    }

    @Test
    void resendsWhatAWorkerWasSendingWhenItDied() throws Exception {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.TAKE_AND_HOLD);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 1);
        assertThat(state(acts.attendee)).isEqualTo("sending");

        othersTakeTheWorkerForDead(acts.attendee);
        awaitState(acts.attendee, "sent");
        server.release();

        assertThat(server.received(acts.address)).hasSize(2);
        assertThat(messageIds(acts.address)).hasSize(1);
        assertThat(unknowns(acts.attendee)).isEqualTo(1);
        assertThat(state(acts.attendee)).isEqualTo("sent");
        awaitPublished(acts.attendee, 1);
    }

    @Test
    void takesOverWhatADeadWorkerHadClaimed() {
        workers.stop();
        var address = someone();
        var challenge = Acts.signIn(others, address, null);
        awaitState(challenge, "ready");
        long dead = Objects.requireNonNull(queue.enlist(LEASE).block());
        assertThat(queue.claim(dead, Channel.MAIL, Lane.CODES, 10, clock.instant()).block())
                .isNotEmpty();
        assertThat(state(challenge)).isEqualTo("claimed");
        expire(dead);
        workers.start();
        awaitState(challenge, "sent");
        assertThat(server.received(address)).hasSize(1);
        assertThat(unknowns(challenge)).isZero();
    }

    /// Such as one whose machine slept between claiming and sending.
    @Test
    void letsNoWorkerThatWakesUpLateSendWhatOthersTookFromIt() {
        workers.stop();
        var address = someone();
        var challenge = Acts.signIn(others, address, null);
        awaitState(challenge, "ready");
        long late = Objects.requireNonNull(queue.enlist(LEASE).block());
        var claimed =
                Objects.requireNonNull(
                        queue.claim(late, Channel.MAIL, Lane.CODES, 10, clock.instant()).block());
        assertThat(claimed).isNotEmpty();
        var begun = new DeliveryQueue.Begun(1, claimed, List.of());
        expire(late);
        tidy.recover(clock.instant()).block();
        assertThat(queue.begin(late, begun).block()).isFalse();
        assertThat(state(challenge)).isEqualTo("ready");

        long other = Objects.requireNonNull(queue.enlist(LEASE).block());
        queue.claim(other, Channel.MAIL, Lane.CODES, 10, clock.instant()).block();
        assertThat(queue.begin(late, begun).block()).isFalse();
        assertThat(state(challenge)).isEqualTo("claimed");

        expire(other);
        workers.start();
        awaitState(challenge, "sent");
        assertThat(server.received(address)).hasSize(1);
    }

    @Test
    void letsNoResultThatCannotBeWrittenDownHoldUpOthers() throws Exception {
        workers.stop();
        var challenges =
                List.of(Acts.signIn(others, someone(), null), Acts.signIn(others, someone(), null));
        challenges.forEach(challenge -> awaitState(challenge, "ready"));
        long epoch = Objects.requireNonNull(queue.enlist(LEASE).block());
        var claimed = queue.claim(epoch, Channel.MAIL, Lane.CODES, 10, clock.instant()).block();
        var verdicts = new Verdicts(attempts, metrics, times);
        for (var delivery : Objects.requireNonNull(claimed)) {
            var impossible = delivery.recipient().value().equals(challenges.getFirst());
            verdicts.add(
                    epoch,
                    Judged.of(
                            delivery,
                            impossible
                                    ? new Verdict.Failed(clock.instant(), Failure.REFUSED, "\0")
                                    : new Verdict.Sent(clock.instant())));
        }
        verdicts.end();
        verdicts.run();
        assertThat(state(challenges.getLast())).isEqualTo("sent");
        assertThat(state(challenges.getFirst())).isEqualTo("claimed");
        expire(epoch);
    }

    @Test
    void letsNoWorkerClaimThatOthersTookForDead() {
        long dead = Objects.requireNonNull(queue.enlist(LEASE).block());
        expire(dead);
        tidy.recover(clock.instant()).block();
        workers.stop();
        var challenge = Acts.signIn(others, someone(), null);
        awaitState(challenge, "ready");
        assertThat(
                        queue.claim(dead, Channel.MAIL, Lane.CODES, 10, clock.instant())
                                .onErrorReturn(List.of())
                                .block())
                .isEmpty();
        assertThat(state(challenge)).isEqualTo("ready");
        assertThat(queue.stayAlive(Set.of(dead), LEASE).block()).isEmpty();
    }

    @Test
    void sendsEachMailOnceWithTwoInstances() throws Exception {
        var second =
                new MailWorkers(
                        tools,
                        preparation,
                        List.of(),
                        mailServer,
                        bell,
                        queue,
                        tidy,
                        attempts,
                        settings);
        second.start();
        try {
            var addresses = new ArrayList<String>();
            for (var i = 0; i < 100; i++) {
                addresses.add(someone());
                Acts.signIn(others, addresses.getLast(), null);
            }
            await().atMost(PATIENCE)
                    .until(() ->
                            addresses.stream()
                                    .allMatch(address -> !server.received(address).isEmpty()));
            assertThat(addresses)
                    .allSatisfy(address -> assertThat(server.received(address)).hasSize(1));
        } finally {
            second.stop();
        }
    }

    @Test
    void letsNoNoticeHoldUpACode() {
        var busy = new ArrayList<Acts>();
        for (var i = 0; i < RelayWidth.FIRST; i++) {
            var acts = new Acts(others).everythingKnown();
            server.script(acts.address, Reaction.TAKE_AND_HOLD);
            acts.confirmed(acts.first, acts.firstSession, acts.first);
            busy.add(acts);
        }
        await().atMost(PATIENCE)
                .until(() ->
                        busy.stream().allMatch(acts -> server.received(acts.address).size() == 1));
        var challenge = Acts.signIn(others, someone(), null);
        awaitState(challenge, "sent");
        server.release();
        busy.forEach(acts -> awaitState(acts.attendee, "sent"));
    }

    private static String need(Map<UUID, String> addresses, UUID challenge) {
        return Objects.requireNonNull(addresses.get(challenge));
    }

    private boolean suppressed(String address) {
        return answers.haveSuppressed(address);
    }

    private static String someone() {
        return "someone-" + UUID.randomUUID() + "@example.org";
    }

    private void othersTakeTheWorkerForDead(UUID recipient) {
        database.sql(
                        """
                        update workers set alive_until = '-infinity'
                        where epoch = (select worker from deliveries where recipient_id = $1)
                        """)
                .bind(0, recipient)
                .then()
                .block();
        tidy.recover(clock.instant()).block();
    }

    private void expire(long epoch) {
        database.sql("update workers set alive_until = '-infinity' where epoch = $1")
                .bind(0, epoch)
                .then()
                .block();
    }

    private void awaitPublished(UUID recipient, long messages) {
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from outbox_messages"
                                                + " where key = cast(cast($1 as uuid) as text)"
                                                + " and published_at is not null",
                                        recipient)
                                == messages);
    }

    private Set<String> messageIds(String address) throws Exception {
        var ids = new HashSet<String>();
        for (var mail : server.received(address)) {
            ids.add(mail.message().getMessageID());
        }
        return ids;
    }

    private void awaitState(UUID recipient, String state) {
        await().atMost(PATIENCE).until(() -> state(recipient).equals(state));
    }

    private String state(UUID recipient) {
        return text("select state from all_deliveries where recipient_id = $1", recipient);
    }

    private String reason(UUID recipient) {
        return text(
                "select coalesce(reason, '') from all_deliveries where recipient_id = $1",
                recipient);
    }

    private long attempts(UUID recipient) {
        return count(
                "select cast(attempts as bigint) from all_deliveries where recipient_id = $1",
                recipient);
    }

    private long unknowns(UUID recipient) {
        return count(
                "select cast(unknowns as bigint) from all_deliveries where recipient_id = $1",
                recipient);
    }

    private String text(String sql, UUID id) {
        return database.sql(sql)
                .bind(0, id)
                .mapValue(String.class)
                .first()
                .defaultIfEmpty("")
                .blockOptional()
                .orElse("");
    }

    private long count(String sql, UUID id) {
        return Objects.requireNonNull(
                database.sql(sql).bind(0, id).mapValue(Long.class).first().block());
    }
}
