package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tinkuy.notification.people.SessionId;

/// What is to be said to everybody who has a seat at a session, some time before it starts.
///
/// It is for those whose seat was confirmed before it was due: whoever comes later has just read
/// when the session is.
///
/// @param startsAt also tells it from a reminder of the same session at another time
public record Reminder(SessionId session, ReminderKind kind, Instant startsAt) {

    /// Enough to write down a hundred thousand copies before the first of them is due.
    static final Duration FAN_OUT_AHEAD = Duration.ofMinutes(2);

    /// Longer than a transaction may take. A seat that was confirmed in a transaction that a
    /// fan-out did not see yet is reminded by that transaction itself.
    static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

    /// Those of a session that is announced, or moved, at this moment. What would have been due is
    /// not made up for: people are told of the session, or of its new time, anyway.
    public static List<Reminder> ahead(SessionId session, Instant startsAt, Instant now) {
        return Stream.of(ReminderKind.values())
                .map(kind -> new Reminder(session, kind, startsAt))
                .filter(reminder -> reminder.dueAt().isAfter(now))
                .toList();
    }

    public Instant dueAt() {
        return startsAt.minus(kind.before());
    }

    /// Sent later it would only confuse.
    public Instant expiresAt() {
        return startsAt.minus(kind.uselessBefore());
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    public static Instant fanOutBeginsAt(Instant dueAt) {
        return dueAt.minus(FAN_OUT_AHEAD);
    }

    /// The latest due time whose fan-out has begun.
    public static Instant fannedOutUntil(Instant now) {
        return now.plus(FAN_OUT_AHEAD);
    }

    /// The latest due time whose fan-out may have begun without seeing what this moment's
    /// transactions write.
    public static Instant perhapsFannedOutUntil(Instant now) {
        return fannedOutUntil(now).plus(LONGEST_TRANSACTION);
    }
}
