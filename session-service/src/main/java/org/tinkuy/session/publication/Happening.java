package org.tinkuy.session.publication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
/// @param held the first or last day that is stated of the programme where something was to take
///   place on it since that was stated
public record Happening(
        @Nullable Days days, List<EventDays> events, boolean somewhere, List<LocalDate> held) {

    public static final Happening NOTHING = new Happening(null, List.of(), false, List.of());

    public Happening {
        events = List.copyOf(events);
        held = List.copyOf(held);
    }

    /// @param held likewise, of the event
    public record EventDays(EventId event, Days days, List<LocalDate> held) {

        public EventDays {
            held = List.copyOf(held);
        }

        private EventDays remembering(Happening before, Programme stated) {
            var its = before.of(event);
            return holding(stated, its.map(EventDays::held).orElse(List.of()), days.dates());
        }

        private EventDays restated(Programme stated, Happening then) {
            var on = then.of(event).map(one -> one.days.dates()).orElse(List.of());
            return holding(stated, held, both(days.dates(), on));
        }

        private EventDays holding(Programme stated, List<LocalDate> before, List<LocalDate> since) {
            var edges = stated.event(event).map(StatedDays::of).map(StatedDays::edges);
            return new EventDays(event, days, among(edges.orElse(List.of()), before, since));
        }
    }

    /// With the stated first and last days on which something was to take place before: one that
    /// all have left is none any more. Days that were never stated leave nothing behind.
    ///
    /// @param stated beside which this is published
    public Happening remembering(Happening before, Programme stated) {
        return new Happening(
                days,
                events.stream().map(one -> one.remembering(before, stated)).toList(),
                somewhere,
                among(StatedDays.of(stated.setting()).edges(), before.held, dates()));
    }

    /// Beside what is stated from now on: a day that is stated anew has lost nobody yet.
    ///
    /// @param then what sessions will say once all is published that is published with it
    Happening restated(Programme stated, Happening then) {
        return new Happening(
                days,
                events.stream().map(one -> one.restated(stated, then)).toList(),
                somewhere,
                among(StatedDays.of(stated.setting()).edges(), held, both(dates(), then.dates())));
    }

    private List<LocalDate> dates() {
        return days == null ? List.of() : days.dates();
    }

    private Optional<EventDays> of(EventId event) {
        return events.stream().filter(one -> one.event().equals(event)).findFirst();
    }

    private static List<LocalDate> among(
            List<LocalDate> edges, List<LocalDate> before, List<LocalDate> since) {
        return edges.stream().filter(day -> before.contains(day) || since.contains(day)).toList();
    }

    private static List<LocalDate> both(List<LocalDate> now, List<LocalDate> then) {
        return now.stream().filter(then::contains).toList();
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

    private Event seenIn(Event event) {
        var stated = StatedDays.of(event);
        return of(event.id())
                .map(one -> one.days().within(stated, one.held()))
                .filter(seen -> !seen.equals(stated))
                .map(seen -> event.on(requireNonNull(seen.starts()), seen.ends()))
                .orElse(event);
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

    private Setting onItsDays(Setting setting, Days days) {
        if (setting.starts() != null) {
            var stated = StatedDays.of(setting);
            var seen = days.within(stated, held);
            return seen.equals(stated)
                    ? setting
                    : setting.on(requireNonNull(seen.starts()), seen.ends());
        }
        var month = setting.month();
        return month == null || days.areWithin(month)
                ? setting
                : setting.on(days.first(), days.end());
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
