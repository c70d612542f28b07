package org.tinkuy.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.testing.MovableTime;
import reactor.core.publisher.Mono;

class IdentifyDeviceTests {

    private static final String TOKEN = "a".repeat(43);
    private static final UUID SESSION = UUID.fromString("0195a1c0-0000-7000-8000-000000000050");

    private final MovableTime time = MovableTime.standingAt(Instant.parse("2026-11-22T15:00:00Z"));
    private final ClosedDeviceSessions closedSessions = new ClosedDeviceSessions(time::nanos);
    private final AtomicInteger asked = new AtomicInteger();
    private Mono<Identity> answer = Mono.defer(() -> Mono.just(aPerson()));
    private final IdentifyDevice identify =
            new IdentifyDevice(
                    token -> {
                        asked.incrementAndGet();
                        return answer;
                    },
                    closedSessions,
                    time,
                    time::nanos,
                    100);

    @BeforeEach
    void hearsEverything() {
        closedSessions.heardAllAt(time.nanos());
    }

    @Test
    void asksOnceForATokenThatIsUsedAgain() {
        assertThat(who()).isEqualTo(who()).isInstanceOf(Identity.SignedIn.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainShortlyBeforeTheSignedTokenExpires() {
        who();
        passHearing(Duration.ofMinutes(4).plusSeconds(29));
        who();
        assertThat(asked).hasValue(1);
        passHearing(Duration.ofSeconds(1));
        who();
        assertThat(asked).hasValue(2);
    }

    @Test
    void sharesOneExchangeAmongRequestsThatArriveTogether() {
        var later = new CompletableFuture<Identity>();
        answer = Mono.fromFuture(later);
        var first = identify.identify(TOKEN).toFuture();
        var second = identify.identify(TOKEN).toFuture();
        later.complete(aPerson());
        assertThat(first.join()).isEqualTo(second.join());
        assertThat(asked).hasValue(1);
    }

    @Test
    void finishesTheExchangeForOthersWhenTheFirstGoesAway() {
        var later = new CompletableFuture<Identity>();
        answer = Mono.fromFuture(later);
        var first = identify.identify(TOKEN).subscribe();
        var second = identify.identify(TOKEN).toFuture();
        first.dispose();
        later.complete(aPerson());
        assertThat(second.join()).isInstanceOf(Identity.SignedIn.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void dropsAClosedSessionAtOnce() {
        who();
        closedSessions.close(SESSION);
        answer = Mono.just(new Identity.Stranger());
        assertThat(who()).isInstanceOf(Identity.Stranger.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotBelieveAnAnswerThatWasOnItsWayWhenTheSessionWasClosed() {
        var later = new CompletableFuture<Identity>();
        answer = Mono.fromFuture(later);
        var waiting = identify.identify(TOKEN).toFuture();
        closedSessions.close(SESSION);
        later.complete(aPerson());
        assertThat(waiting.join()).isInstanceOf(Identity.Stranger.class);
    }

    @Test
    void remembersClosedSessionsAsLongAsASignedTokenLives() {
        closedSessions.close(SESSION);
        passHearing(Duration.ofMinutes(5).minusMillis(1));
        assertThat(closedSessions.isClosed(SESSION)).isTrue();
        passHearing(Duration.ofMillis(1));
        assertThat(closedSessions.isClosed(SESSION)).isFalse();
    }

    @Test
    void trustsAnAnswerForTwoSecondsOnlyWhileItHearsNothing() {
        who();
        time.pass(Duration.ofSeconds(2).plusNanos(1));
        assertThat(closedSessions.isCurrent()).isFalse();
        who();
        assertThat(asked).hasValue(2);
        time.pass(Duration.ofMillis(1900));
        who();
        assertThat(asked).hasValue(2);
        time.pass(Duration.ofMillis(100));
        who();
        assertThat(asked).hasValue(3);
    }

    @Test
    void trustsNothingLongBeforeItHasHeardEverythingOnce() {
        assertThat(new ClosedDeviceSessions(time::nanos).isCurrent()).isFalse();
    }

    @Test
    void asksAgainAfterAMessageThatItCouldNotRead() {
        who();
        passHearing(Duration.ofSeconds(1));
        closedSessions.distrustEarlierAnswers();
        passHearing(Duration.ofSeconds(1));
        who();
        who();
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAgainAtOnceWhenRolesChange() {
        who();
        passHearing(Duration.ofSeconds(1));
        closedSessions.distrustEarlierAnswersOf(new UUID(1, 1));
        who();
        assertThat(asked).hasValue(1);
        closedSessions.distrustEarlierAnswersOf(SESSION);
        passHearing(Duration.ofMillis(1));
        assertThat(who()).isInstanceOf(Identity.SignedIn.class);
        who();
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotKeepAnAnswerThatWasOnItsWayWhenRolesChanged() {
        var later = new CompletableFuture<Identity>();
        answer = Mono.fromFuture(later);
        var waiting = identify.identify(TOKEN).toFuture();
        passHearing(Duration.ofMillis(1));
        closedSessions.distrustEarlierAnswersOf(SESSION);
        later.complete(aPerson());
        waiting.join();
        passHearing(Duration.ofMillis(1));
        answer = Mono.just(aPerson());
        who();
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAgainWhenMoreSessionsWereClosedThanItRemembers() {
        who();
        passHearing(Duration.ofSeconds(1));
        for (var i = 0; i < 200_000; i++) {
            closedSessions.close(new UUID(1, i));
        }
        passHearing(Duration.ofSeconds(1));
        who();
        assertThat(asked).hasValue(2);
    }

    @Test
    void remembersStrangersForHalfAMinute() {
        answer = Mono.just(new Identity.Stranger());
        who();
        passHearing(Duration.ofSeconds(29));
        assertThat(who()).isInstanceOf(Identity.Stranger.class);
        assertThat(asked).hasValue(1);
        passHearing(Duration.ofSeconds(1));
        who();
        assertThat(asked).hasValue(2);
    }

    @Test
    void remembersNoFailure() {
        answer = Mono.error(new IllegalStateException("registration-service is down"));
        assertThat(who()).isInstanceOf(Identity.Untold.class);
        answer = Mono.just(aPerson());
        assertThat(who()).isInstanceOf(Identity.SignedIn.class);
    }

    @Test
    void doesNotAskForWhatCannotBeADeviceToken() {
        assertThat(identify.identify("eyJhbGciOiJub25lIn0.e30.").block())
                .isInstanceOf(Identity.Stranger.class);
        assertThat(identify.identify("../" + "a".repeat(40)).block())
                .isInstanceOf(Identity.Stranger.class);
        assertThat(asked).hasValue(0);
    }

    private Identity who() {
        return identify.identify(TOKEN).blockOptional().orElseThrow();
    }

    private void passHearing(Duration duration) {
        time.pass(duration);
        closedSessions.heardAllAt(time.nanos());
    }

    private Identity aPerson() {
        return new Identity.SignedIn("jwt", time.instant().plus(Duration.ofMinutes(5)), SESSION);
    }
}
