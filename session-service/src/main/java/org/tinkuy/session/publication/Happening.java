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
public record Happening(@Nullable Days days, List<EventDays> events, boolean somewhere) {

    public record EventDays(EventId event, Days days) {}

    public static final Happening NOTHING = new Happening(null, List.of(), false);

    public Happening {
        events = List.copyOf(events);
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
        return its.filter(one -> !one.days().areWithin(stated.starts(), stated.ends()))
                .map(one -> stated.on(one.days().first(), one.days().end()))
                .orElse(stated);
    }

    /// What a programme has not stated is not claimed for it.
    private Setting seenIn(Setting stated) {
        // A session at a place does not end what is online.
        var mode = somewhere && stated.mode() == Mode.ONLINE ? Mode.HYBRID : stated.mode();
        var setting = stated.in(mode);
        if (days == null) {
            return setting;
        }
        var month = stated.month();
        var isElsewhen =
                stated.starts() != null
                        ? !days.areWithin(stated.starts(), stated.ends())
                        : month != null && !days.areWithin(month);
        return (isElsewhen ? setting.on(days.first(), days.end()) : setting)
                .running(years(stated.runs(), days));
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
