package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.delivery.Attempt;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.ConcludeAttempts;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.MailServerAnswers;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.MovableTime;

/// Which refusals end mail to an address, and what begins it again.
@RunningService
class SuppressionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// Hours at which no other test's mail is answered: that would speak against those refused
    /// here.
    private static final int FAR_FROM_OTHERS = 19;

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired MailWorkers workers;
    @Autowired DeliveryQueue queue;
    @Autowired ConcludeAttempts attempts;
    @Autowired DatabaseClient database;
    @Autowired Clock clock;
    @Autowired MovableTime time;
    @Autowired MailServerAnswers answers;
    @Autowired WebTestClient http;

    @AfterEach
    void allIsWellAgain() {
        workers.start();
        server.meetEverybodyWith(Reaction.ACCEPT);
        time.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void areNoneWhereTheMailServerRefusesEverybody(int people) {
        var all = Stream.generate(() -> new Acts(others).everythingKnown()).limit(people).toList();
        for (var acts : all) {
            acts.confirmed(acts.first, acts.firstSession, acts.first);
            acts.confirmed(acts.second, acts.secondSession, acts.second);
        }
        all.forEach(acts -> awaitCount(acts, "sent", 2));

        time.pass(Duration.ofHours(FAR_FROM_OTHERS + people));
        server.meetEverybodyWith(Reaction.REFUSE_RECIPIENT_550);
        all.forEach(acts -> acts.cancelled(acts.first, acts.firstSession));
        all.forEach(acts -> awaitCount(acts, "failed", 1));
        answers.areHeardAbout(all.stream().map(acts -> acts.address).toArray(String[]::new));
        assertThat(all).noneMatch(this::suppressed);

        server.meetEverybodyWith(Reaction.ACCEPT);
        all.forEach(acts -> acts.cancelled(acts.second, acts.secondSession));
        all.forEach(acts -> awaitCount(acts, "sent", 3));
        for (var acts : all) {
            http.post()
                    .uri("/api/deliveries/retry")
                    .header(
                            HttpHeaders.AUTHORIZATION,
                            Callers.bearer("organiser:" + acts.programme))
                    .bodyValue(Map.of("programmeId", acts.programme, "state", "failed"))
                    .exchange()
                    .expectBody()
                    .jsonPath("$.retried")
                    .isEqualTo(1);
        }
        all.forEach(acts -> awaitCount(acts, "sent", 4));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reaction.class,
            names = {"REFUSE_RELAYING_550", "REFUSE_MESSAGE_550", "REFUSE_MESSAGE_554"})
    void areNoneWhereTheMailServerRefusesUsOrTheMessage(Reaction refusal) {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, refusal);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitCount(acts, "failed", 1);
        assertThat(suppressed(acts)).isFalse();

        acts.confirmed(acts.second, acts.secondSession, acts.second);
        awaitCount(acts, "sent", 1);
    }

    @Test
    void loseNothingWhileTheMailServerLetsNobodyIn() {
        server.meetEverybodyWith(Reaction.REFUSE_SENDER_550);
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        await().atMost(PATIENCE)
                .until(() ->
                        count(acts, "state = 'ready' and attempts > 0 and cause = 'sender-refused'")
                                == 1);
        server.meetEverybodyWith(Reaction.ACCEPT);

        awaitCount(acts, "sent", 1);
        assertThat(server.received(acts.address)).hasSize(1);
        assertThat(suppressed(acts)).isFalse();
    }

    @Test
    void endWhenACodeComesBackAndWhatWasHeldBackGoesOut() {
        var acts = aSuppressedAttendee();
        acts.confirmed(acts.second, acts.secondSession, acts.second);
        awaitCount(acts, "failed", 2);

        acts.signedIn(clock.instant());

        awaitCount(acts, "sent", 1);
        assertThat(suppressed(acts)).isFalse();
        // the first was refused: that was not for the suppression
        assertThat(count(acts, "state = 'failed' and cause = 'address-refused'")).isEqualTo(1);
        assertThat(server.received(acts.address)).hasSize(1);
    }

    @Test
    void endWhenTheAddressIsConfirmedForTheFirstTime() {
        var acts = aSuppressedAttendee();
        acts.addressConfirmed(clock.instant());
        await().atMost(PATIENCE).until(() -> !suppressed(acts));

        acts.confirmed(acts.second, acts.secondSession, acts.second);
        awaitCount(acts, "sent", 1);
    }

    @Test
    void stayWhereTheProofIsOlderThanTheRefusal() {
        var before = clock.instant();
        var acts = aSuppressedAttendee();
        acts.addressConfirmed(before);
        acts.signedIn(before);
        var other = aSuppressedAttendee();
        other.signedIn(clock.instant());
        await().atMost(PATIENCE).until(() -> !suppressed(other));

        assertThat(suppressed(acts)).isTrue();
    }

    /// It had read of the suppression before, and says so after it was lifted.
    @Test
    void endNothingThatAWorkerHeldWhileTheAddressWasProven() {
        workers.stop();
        var address = "someone-" + UUID.randomUUID() + "@example.org";
        var challenge = Acts.signIn(others, address, null);
        await().atMost(PATIENCE).until(() -> count(challenge, "state = 'ready'") == 1);
        long late = Objects.requireNonNull(queue.enlist(Duration.ofSeconds(10)).block());
        var claimed = queue.claim(late, Channel.MAIL, Lane.CODES, 10, clock.instant()).block();
        attempts.conclude(
                        Objects.requireNonNull(claimed).stream()
                                .map(held -> new Attempt(late, suppressed(held, address)))
                                .toList())
                .block();
        assertThat(count(challenge, "state = 'ready'")).isEqualTo(1);
        workers.start();

        await().atMost(PATIENCE).until(() -> count(challenge, "state = 'sent'") == 1);
        assertThat(server.received(address)).hasSize(1);
    }

    private Judged suppressed(Delivery held, String address) {
        var before = new Verdict.Failed(clock.instant(), Failure.SUPPRESSED, "refused before");
        return Judged.of(held, before, address);
    }

    private Acts aSuppressedAttendee() {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.REFUSE_RECIPIENT_550);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitCount(acts, "failed", 1);
        answers.speakAgainst(acts.address);
        assertThat(suppressed(acts)).isTrue();
        return acts;
    }

    private boolean suppressed(Acts acts) {
        return answers.haveSuppressed(acts.address);
    }

    private void awaitCount(Acts acts, String state, long expected) {
        await().atMost(PATIENCE).until(() -> count(acts, "state = '" + state + "'") == expected);
    }

    private long count(Acts acts, String condition) {
        return count(acts.attendee, condition);
    }

    private long count(UUID recipient, String condition) {
        return Objects.requireNonNull(
                database.sql(
                                "select count(*) from all_deliveries where recipient_id = $1 and "
                                        + condition)
                        .bind(0, recipient)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
