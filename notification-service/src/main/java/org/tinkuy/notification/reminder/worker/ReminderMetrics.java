package org.tinkuy.notification.reminder.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.reminder.FanOutPage;
import org.tinkuy.notification.reminder.Reminder;
import org.tinkuy.notification.reminder.Reminders;

/// What an operator watches: how many people are reminded, how many too late, and whether the
/// fan-out keeps up.
@Component
class ReminderMetrics {

    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final Reminders reminders;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile @Nullable Instant nextDue;

    ReminderMetrics(Reminders reminders, MeterRegistry meters, Clock clock) {
        this.reminders = reminders;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("tinkuy.reminders.behind.seconds", () -> behind().toSeconds())
                .description("since when a fan-out should have ended")
                .register(meters);
    }

    void count(FanOutPage page) {
        count("due", page.kind(), page.copies());
        count("late", page.kind(), page.late());
        count("expired", page.kind(), page.missed());
    }

    private void count(String what, DeliveryKind kind, long people) {
        meters.counter("tinkuy.reminders." + what, "kind", kind.label()).increment((double) people);
    }

    /// Scraping asks nothing of the database.
    void refresh() {
        nextDue = reminders.nextDue().block(DATABASE_ANSWERS_WITHIN);
    }

    /// How long something has been due that is not fanned out.
    Duration behind() {
        var next = nextDue;
        var now = clock.instant();
        return next == null || next.isAfter(now) ? Duration.ZERO : Duration.between(next, now);
    }

    /// When something is to be fanned out next; `null`: nothing is planned.
    @Nullable Instant nextFanOut() {
        var next = nextDue;
        return next == null ? null : Reminder.fanOutBeginsAt(next);
    }
}
