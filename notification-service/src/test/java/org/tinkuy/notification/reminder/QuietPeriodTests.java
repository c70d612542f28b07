package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.people.SessionId;

class QuietPeriodTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void isOverAMinuteAfterTheLatestChange() {
        assertThat(QuietPeriod.over(NOW, NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(QuietPeriod.over(NOW, NOW.plusSeconds(40))).isEqualTo(NOW.plusSeconds(100));
    }

    @Test
    void isOverFiveMinutesAfterTheFirstChangeHoweverManyFollow() {
        assertThat(QuietPeriod.over(NOW, NOW.plusSeconds(290))).isEqualTo(NOW.plusSeconds(300));
        assertThat(QuietPeriod.over(NOW, NOW.plusSeconds(900))).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void countsFromTheFirstChangeThatNobodyWasToldOf() {
        var session = new SessionId(UUID.randomUUID());
        var notice = RescheduleNotice.first(session, 2, NOW).overtakenBy(3).overtakenBy(4);
        assertThat(notice.version()).isEqualTo(4);
        assertThat(notice.dueAt(NOW.plusSeconds(280))).isEqualTo(NOW.plusSeconds(300));
    }
}
