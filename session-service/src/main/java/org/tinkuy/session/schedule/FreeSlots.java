package org.tinkuy.session.schedule;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// Times near the drafted one at which a session could take place with nothing against it: no rule
/// of its programme, nobody who is wanted elsewhere, no question.
///
/// @param times the nearest day first, and on each the nearest time; none for a session without a
///   day or a time
/// @param against codes of what speaks against every other time as well, where there is none:
///   something else than the time has to be mended
public record FreeSlots(List<SessionTimes> times, List<String> against) {

    /// As many as a person chooses from.
    static final int MOST = 12;

    private static final int MOST_OF_A_DAY = 3;
    private static final int DAYS = 14;

    /// When people come to something, by the clock there.
    private static final LocalTime FIRST = LocalTime.of(8, 0);

    private static final LocalTime LAST = LocalTime.of(21, 0);

    private static final int STEP_MINUTES = 30;

    public FreeSlots {
        times = List.copyOf(times);
        against = List.copyOf(against);
    }

    /// @param others as they would be, perhaps with the session itself
    static FreeSlots near(Session session, Programme programme, Others others, Instant now) {
        var times = session.times();
        var date = times.date();
        var starts = times.starts();
        if (date == null || starts == null) {
            return new FreeSlots(List.of(), List.of());
        }
        var lasts = lasts(starts, times.ends());
        var slots = new ArrayList<SessionTimes>();
        var always = new LinkedHashSet<>(against(session, times, programme, others, now));
        for (var day : days(date)) {
            if (slots.size() == MOST) {
                break;
            }
            hours(starts)
                    .map(hour -> new SessionTimes(day, hour, end(hour, lasts)))
                    .filter(slot -> !slot.equals(times))
                    .filter(slot -> {
                        var against = against(session, slot, programme, others, now);
                        always.retainAll(against);
                        return against.isEmpty();
                    })
                    .limit(Math.min(MOST_OF_A_DAY, MOST - slots.size()))
                    .forEach(slots::add);
        }
        return new FreeSlots(slots, slots.isEmpty() ? List.copyOf(always) : List.of());
    }

    private static List<String> against(
            Session session, SessionTimes slot, Programme programme, Others others, Instant now) {
        return session
                .at(new Session.Move(slot, null, session.place()))
                .objectionsToNew(others, programme, now)
                .all()
                .stream()
                .map(objection -> objection.error().code())
                .toList();
    }

    private static List<LocalDate> days(LocalDate date) {
        return IntStream.rangeClosed(0, DAYS)
                .boxed()
                .flatMap(days ->
                        days == 0
                                ? Stream.of(date)
                                : Stream.of(date.plusDays(days), date.minusDays(days)))
                .toList();
    }

    private static Stream<LocalTime> hours(LocalTime starts) {
        var steps = Duration.between(FIRST, LAST).toMinutes() / STEP_MINUTES;
        return Stream.concat(
                        Stream.of(starts),
                        IntStream.rangeClosed(0, Math.toIntExact(steps))
                                .mapToObj(step -> FIRST.plusMinutes((long) step * STEP_MINUTES)))
                .distinct()
                .sorted(comparing(hour -> Duration.between(starts, hour).abs()));
    }

    private static @Nullable Duration lasts(LocalTime starts, @Nullable LocalTime ends) {
        if (ends == null) {
            return null;
        }
        var lasts = Duration.between(starts, ends);
        return lasts.isNegative() ? lasts.plusDays(1) : lasts;
    }

    private static @Nullable LocalTime end(LocalTime starts, @Nullable Duration lasts) {
        return lasts == null ? null : starts.plus(lasts);
    }
}
