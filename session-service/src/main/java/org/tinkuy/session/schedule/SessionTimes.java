package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When a session takes place, as people there say it, as far as it is announced.
///
/// The local times are the truth; the instants are derived. An end that is earlier in the day than
/// the start belongs to the next day. Where clocks change, RFC 5545 §3.3.5 is followed, so that
/// calendars agree: a time that is skipped counts by the offset before the gap (02:30 becomes
/// 03:30), a time that comes twice is the first of the two. Nobody schedules a session so
/// ([ClockChanges]); it comes to be so when the rules of a zone change.
public record SessionTimes(
        @Nullable LocalDate date, @Nullable LocalTime starts, @Nullable LocalTime ends) {

    public static final SessionTimes TO_BE_ANNOUNCED = new SessionTimes(null, null, null);

    public SessionTimes {
        if (ends != null && (starts == null || starts.equals(ends))) {
            throw new ImpossibleTimes(
                    "ends",
                    starts == null
                            ? "an end needs a start"
                            : "a session does not end when it starts");
        }
        requireWholeMinute("starts", starts);
        requireWholeMinute("ends", ends);
    }

    public @Nullable Instant startsAt(ZoneId zone) {
        var local = localStart();
        return local == null ? null : instant(local, zone);
    }

    /// Never before the start: where a skipped hour would turn the two around, the session lasts as
    /// long as its local times say.
    public @Nullable Instant endsAt(ZoneId zone) {
        var localStart = localStart();
        var localEnd = localEnd();
        if (localStart == null || localEnd == null) {
            return null;
        }
        var start = instant(localStart, zone);
        var end = instant(localEnd, zone);
        return end.isAfter(start) ? end : start.plus(Duration.between(localStart, localEnd));
    }

    @Nullable LocalDateTime localStart() {
        return date == null || starts == null ? null : date.atTime(starts);
    }

    @Nullable LocalDateTime localEnd() {
        return date == null || starts == null || ends == null
                ? null
                : (ends.isAfter(starts) ? date : date.plusDays(1)).atTime(ends);
    }

    /// `null` unless it ends on the day after the one on which it starts.
    @Nullable Duration lastsIntoNextDay() {
        return starts == null || ends == null || ends.isAfter(starts)
                ? null
                : Duration.between(starts, ends).plusDays(1);
    }

    /// Without a time of day, when its day is over.
    boolean isBegunOrOver(ZoneId zone, Instant now) {
        if (date == null) {
            return false;
        }
        var start = startsAt(zone);
        return start == null
                ? !date.plusDays(1).atStartOfDay(zone).toInstant().isAfter(now)
                : start.isBefore(now);
    }

    public SessionTimes shiftedBy(int weeks) {
        return date == null ? this : new SessionTimes(date.plusWeeks(weeks), starts, ends);
    }

    private static void requireWholeMinute(String field, @Nullable LocalTime time) {
        if (time != null && !time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new ImpossibleTimes(field, "sessions start and end on the minute");
        }
    }

    /// `ZonedDateTime.ofLocal` resolves gaps and overlaps as RFC 5545 does.
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }
}
