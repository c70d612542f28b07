package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import org.tinkuy.notification.people.SessionId;

/// That a session was moved, to be told to everybody who was told something else.
///
/// @param version the session's, since which it is said to take place then and there
/// @param firstChangeAt the first change that nobody was told of
public record RescheduleNotice(SessionId session, long version, Instant firstChangeAt) {

    /// As other notices: a mail server gives up after that time.
    public static final Duration USEFUL_FOR = Duration.ofDays(5);

    public static RescheduleNotice first(SessionId session, long version, Instant now) {
        return new RescheduleNotice(session, version, now);
    }

    /// The organisers changed it again before anybody was told.
    public RescheduleNotice overtakenBy(long later) {
        return new RescheduleNotice(session, later, firstChangeAt);
    }

    /// @param now when it was changed last
    public Instant dueAt(Instant now) {
        return QuietPeriod.over(firstChangeAt, now);
    }
}
