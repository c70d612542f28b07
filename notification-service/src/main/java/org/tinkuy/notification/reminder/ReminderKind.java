package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.util.Arrays;
import org.tinkuy.notification.delivery.DeliveryKind;

/// How long before a session people are reminded of it.
///
/// The earlier ones are spread over some minutes, so that a large session is no burst for the mail
/// servers that receive it; with ten minutes to go, every one of them counts.
public enum ReminderKind {
    DAY(
            DeliveryKind.REMINDER_24H,
            Duration.ofHours(24),
            Duration.ofHours(1),
            Duration.ofMinutes(10)),
    HOUR(
            DeliveryKind.REMINDER_1H,
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(3)),
    TEN_MINUTES(DeliveryKind.REMINDER_10MIN, Duration.ofMinutes(10), Duration.ZERO, Duration.ZERO);

    private final DeliveryKind delivery;
    private final Duration before;
    private final Duration uselessBefore;
    private final Duration spread;

    ReminderKind(DeliveryKind delivery, Duration before, Duration uselessBefore, Duration spread) {
        this.delivery = delivery;
        this.before = before;
        this.uselessBefore = uselessBefore;
        this.spread = spread;
    }

    public static ReminderKind of(DeliveryKind delivery) {
        return Arrays.stream(values())
                .filter(kind -> kind.delivery == delivery)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(delivery + " is no reminder"));
    }

    /// Its messages to people.
    public DeliveryKind delivery() {
        return delivery;
    }

    Duration before() {
        return before;
    }

    /// From here on the next kind says it better, or the session has begun.
    Duration uselessBefore() {
        return uselessBefore;
    }

    public Duration spread() {
        return spread;
    }
}
