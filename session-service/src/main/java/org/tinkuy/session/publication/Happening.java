package org.tinkuy.session.publication;

import java.time.Year;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Mode;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Setting;

/// What the sessions that take place say of their programme. Where what was stated of it cannot be
/// true beside them, they are right: they are what people come to.
///
/// @param days of all of them; `null`: none has a date
/// @param events of those that have sessions with a date
/// @param somewhere one of them has a place of its own
/// @param ever of all that were published until now; `null`: none, or from before it was kept
public record Happening(
        @Nullable Days days, List<EventDays> events, boolean somewhere, @Nullable Days ever) {

    /// @param ever of all that were published of the event until now; `null`: from before it was
    ///   kept
    public record EventDays(EventId event, Days days, @Nullable Days ever) {

        private EventDays remembering(List<EventDays> before) {
            return before.stream()
                    .filter(one -> one.event.equals(event))
                    .findFirst()
                    .map(one -> new EventDays(event, days, days.and(one.days).and(one.ever)))
                    .orElse(this);
        }
    }

    public static final Happening NOTHING = new Happening(null, List.of(), false, null);

    public Happening {
        events = List.copyOf(events);
    }

    /// With the days on which something was to take place before: a stated day that all have left
    /// is none any more.
    public Happening remembering(Happening before) {
        return new Happening(
                days,
                events.stream().map(one -> one.remembering(before.events)).toList(),
                somewhere,
                days == null ? before.ever : days.and(before.days).and(before.ever));
    }

    /// The programme as it is published.
    Programme seenIn(Programme stated) {
        return new Programme(
                stated.id(),
                stated.slug(),
                stated.version(),
                stated.shiftedWeeks(),
                stated.profile(),
                seenIn(stated.setting()),
                stated.policies(),
                stated.events().stream().map(this::seenIn).toList());
    }

    private Event seenIn(Event stated) {
        var its = events.stream().filter(one -> one.event().equals(stated.id())).findFirst();
        return its.map(one -> one.days().within(stated.starts(), stated.ends(), one.ever()))
                .filter(seen -> !seen.are(stated.starts(), stated.ends()))
                .map(seen -> stated.on(seen.first(), seen.end()))
                .orElse(stated);
    }

    /// What a programme has not stated is not claimed for it.
    private Setting seenIn(Setting stated) {
        // A place, its own or a session's, does not end what is online.
        var isSomewhere = somewhere || stated.place() != null;
        var mode = isSomewhere && stated.mode() == Mode.ONLINE ? Mode.HYBRID : stated.mode();
        var setting = stated.in(mode);
        if (days == null) {
            return setting;
        }
        return onItsDays(setting, days).running(years(stated.runs(), days));
    }

    private Setting onItsDays(Setting stated, Days days) {
        if (stated.starts() != null) {
            var seen = days.within(stated.starts(), stated.ends(), ever);
            return seen.are(stated.starts(), stated.ends())
                    ? stated
                    : stated.on(seen.first(), seen.end());
        }
        var month = stated.month();
        return month == null || days.areWithin(month)
                ? stated
                : stated.on(days.first(), days.end());
    }

    private static Setting.@Nullable Runs years(Setting.@Nullable Runs stated, Days days) {
        if (stated == null) {
            return null;
        }
        var until = stated.until() == null ? stated.from() : stated.until();
        var first = Collections.min(List.of(stated.from(), Year.from(days.first())));
        var last = Collections.max(List.of(until, Year.from(days.last())));
        return first.equals(stated.from()) && last.equals(until)
                ? stated
                : new Setting.Runs(first, last);
    }
}
