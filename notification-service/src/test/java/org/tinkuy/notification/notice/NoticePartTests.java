package org.tinkuy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;

class NoticePartTests {

    private static final Instant AT = Instant.parse("2026-11-22T15:00:20Z");
    private static final RegistrationId FIRST = new RegistrationId(new UUID(0, 1));
    private static final RegistrationId SECOND = new RegistrationId(new UUID(0, 2));

    @Test
    void saysNothingOfAHoldThatExpired() {
        var expired = new What.Cancelled(AT, "hold-expired", What.Before.REQUEST);
        assertThat(NoticePart.of(change(FIRST, expired, FIRST))).isEmpty();
    }

    @Test
    void gathersWhatOneActDecidedInOneMail() {
        var confirmed = part(change(FIRST, new What.Confirmed(AT), FIRST, SECOND));
        var waitlisted = part(change(SECOND, new What.Waitlisted(AT, 4), SECOND, FIRST));
        assertThat(confirmed.dedupeKey()).isEqualTo(waitlisted.dedupeKey());
        assertThat(confirmed.about()).isEqualTo(waitlisted.about()).containsExactly(FIRST, SECOND);
    }

    @Test
    void forgivesThatDatabasesKeepFewerDigitsOfASecondThanJava() {
        var nanos = part(change(FIRST, new What.Confirmed(AT.plusNanos(1_234)), FIRST, SECOND));
        var micros = part(change(SECOND, new What.Confirmed(AT.plusNanos(1_000)), FIRST, SECOND));
        assertThat(nanos.dedupeKey()).isEqualTo(micros.dedupeKey());
    }

    @Test
    void tellsAgainWhenARegistrationIsConfirmedASecondTime() {
        var before = part(change(FIRST, new What.Confirmed(AT), FIRST));
        var later = part(change(FIRST, new What.Confirmed(AT.plusSeconds(60)), FIRST));
        assertThat(before.dedupeKey()).isNotEqualTo(later.dedupeKey());
    }

    @Test
    void tellsAPromotionApartFromAConfirmation() {
        assertThat(part(change(FIRST, new What.Promoted(AT), FIRST)).kind())
                .isEqualTo(DeliveryKind.REGISTRATION_PROMOTED);
    }

    @Test
    void takesOnlyConfirmedSessionsOutOfTheCalendar() {
        var held = new What.Cancelled(AT, "by-attendee", What.Before.SEAT);
        var waited = new What.Cancelled(AT, "by-attendee", What.Before.WAITING_LIST);
        assertThat(part(change(FIRST, held, FIRST)).inCalendar()).isTrue();
        assertThat(part(change(FIRST, waited, FIRST)).inCalendar()).isFalse();
        assertThat(part(change(FIRST, held, FIRST)).wasWaiting()).isFalse();
        assertThat(part(change(FIRST, waited, FIRST)).wasWaiting()).isTrue();
    }

    @Test
    void countsTheRegistrationItselfEvenWhereItIsNotListed() {
        assertThat(part(change(FIRST, new What.Confirmed(AT))).about()).containsExactly(FIRST);
    }

    @Test
    void isUsefulForFiveDays() {
        assertThat(part(change(FIRST, new What.Confirmed(AT), FIRST)).expiresAt())
                .isEqualTo(AT.plus(Duration.ofDays(5)));
    }

    private static NoticePart part(RegistrationChange change) {
        return NoticePart.of(change).orElseThrow();
    }

    private static RegistrationChange change(
            RegistrationId id, What what, RegistrationId... together) {
        return new RegistrationChange(
                id,
                new SessionId(UUID.randomUUID()),
                new ProgrammeId(UUID.randomUUID()),
                new RecipientId(UUID.randomUUID()),
                what,
                List.of(together));
    }
}
