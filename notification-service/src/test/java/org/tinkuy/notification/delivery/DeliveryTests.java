package org.tinkuy.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.people.RecipientId;

class DeliveryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Reply LOST = new Reply.Unknown("connection closed");
    private static final Reply BUSY = new Reply.Deferred("451 try later");

    @Test
    void isSentWhenTheServerAcceptsIt() {
        assertThat(aNotice().after(new Reply.Accepted(), NOW)).isEqualTo(new Verdict.Sent(NOW));
    }

    @Test
    void failsWhenTheServerRefusesItForGood() {
        assertThat(aNotice().after(new Reply.Refused("550 no such mailbox"), NOW))
                .isEqualTo(new Verdict.Failed(NOW, Failure.REFUSED, "550 no such mailbox"));
    }

    @Test
    void restsLongerAfterEachDeferral() {
        assertThat(restAfter(aNotice().attempted())).isEqualTo(Duration.ofSeconds(2));
        assertThat(restAfter(aNotice().attempted().attempted())).isEqualTo(Duration.ofSeconds(4));
        assertThat(restAfter(attempted(aNotice(), 50))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void neverLetsACodeRestLongerThanHalfAMinute() {
        assertThat(restAfter(attempted(aCode(), 50))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void expiresWhenTheNextAttemptWouldBeTooLate() {
        var late = NOW.plus(Duration.ofMinutes(9)).plusSeconds(59);
        assertThat(aCode().attempted().after(BUSY, late)).isInstanceOf(Verdict.Expired.class);
    }

    @Test
    void isExpiredFromTheVeryMomentItsTimeIsOver() {
        assertThat(aCode().isExpired(NOW.plus(Duration.ofMinutes(10)).minusNanos(1))).isFalse();
        assertThat(aCode().isExpired(NOW.plus(Duration.ofMinutes(10)))).isTrue();
    }

    @Test
    void resendsACodeEachTimeItsFateIsUnknown() {
        var code = aCode();
        for (var i = 0; i < 5; i++) {
            code = code.attempted();
            assertThat(code.after(LOST, NOW)).isInstanceOf(Verdict.Again.class);
            code = code.counting(LOST);
        }
        assertThat(code.unknowns()).isEqualTo(5);
    }

    @Test
    void resendsANoticeOnceWhenItsFateIsUnknown() {
        var once = aNotice().attempted();
        assertThat(once.after(LOST, NOW)).isInstanceOf(Verdict.Again.class);
        var twice = once.counting(LOST).attempted();
        assertThat(twice.after(LOST, NOW))
                .isEqualTo(new Verdict.LeftUnknown(NOW, "connection closed"));
    }

    @Test
    void countsOnlyUnknownOutcomes() {
        assertThat(aNotice().counting(BUSY).unknowns()).isZero();
        assertThat(aNotice().counting(LOST).unknowns()).isEqualTo(1);
    }

    private static Duration restAfter(Delivery delivery) {
        return delivery.after(BUSY, NOW) instanceof Verdict.Again(var notBefore, var _, var _)
                ? Duration.between(NOW, notBefore)
                : Duration.ZERO;
    }

    private static Delivery attempted(Delivery delivery, int times) {
        var attempted = delivery;
        for (var i = 0; i < times; i++) {
            attempted = attempted.attempted();
        }
        return attempted;
    }

    private static Delivery aNotice() {
        return delivery(DeliveryKind.REGISTRATION_CONFIRMED, NOW.plus(Duration.ofDays(5)));
    }

    private static Delivery aCode() {
        return delivery(DeliveryKind.SIGN_IN_CODE, NOW.plus(Duration.ofMinutes(10)));
    }

    private static Delivery delivery(DeliveryKind kind, Instant expiresAt) {
        return new Delivery(
                new DeliveryId(UUID.randomUUID()),
                "a-name",
                kind,
                new RecipientId(UUID.randomUUID()),
                List.of(),
                expiresAt,
                0,
                0,
                false,
                null);
    }
}
