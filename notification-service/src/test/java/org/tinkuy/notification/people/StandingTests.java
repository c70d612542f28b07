package org.tinkuy.notification.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.Registrations.Status;

class StandingTests {

    private static final Instant AT = Instant.parse("2026-11-22T15:00:20Z");
    private static final Standing CONFIRMED = new Standing(Status.CONFIRMED, AT);
    private static final Standing CANCELLED = new Standing(Status.CANCELLED, null);
    private static final What NEVER_CONFIRMED =
            new What.Cancelled(AT, "session-cancelled", What.Before.WAITING_LIST);
    private static final What ONCE_CONFIRMED =
            new What.Cancelled(AT, "session-cancelled", What.Before.SEAT);

    @Test
    void tellsOfTheFirstPlace() {
        assertThat(CONFIRMED.isNewsAfter(null, new What.Confirmed(AT))).isTrue();
        assertThat(
                        new Standing(Status.WAITLISTED, AT)
                                .isNewsAfter(null, new What.Waitlisted(AT, 1)))
                .isTrue();
    }

    @Test
    void saysNothingOfARequestThatEndedBeforeItWasConfirmed() {
        assertThat(CANCELLED.isNewsAfter(null, NEVER_CONFIRMED)).isFalse();
    }

    @Test
    void tellsThatASeatWasLostAlsoWhenItsConfirmationWasNeverHeardOf() {
        assertThat(CANCELLED.isNewsAfter(null, ONCE_CONFIRMED)).isTrue();
    }

    @Test
    void tellsThatAPlaceOnTheWaitingListWasLost() {
        assertThat(CANCELLED.isNewsAfter(new Standing(Status.WAITLISTED, AT), NEVER_CONFIRMED))
                .isTrue();
    }

    @Test
    void saysNothingTwice() {
        assertThat(CONFIRMED.isNewsAfter(CONFIRMED, new What.Confirmed(AT))).isFalse();
        assertThat(CANCELLED.isNewsAfter(CANCELLED, ONCE_CONFIRMED)).isFalse();
    }

    @Test
    void tellsOfASecondConfirmationAndNotOfOneWhoseTimeWasNotKept() {
        var later = new Standing(Status.CONFIRMED, AT.plusSeconds(60));
        assertThat(later.isNewsAfter(CONFIRMED, new What.Confirmed(AT.plusSeconds(60)))).isTrue();
        assertThat(
                        CONFIRMED.isNewsAfter(
                                new Standing(Status.CONFIRMED, null), new What.Confirmed(AT)))
                .isFalse();
    }
}
