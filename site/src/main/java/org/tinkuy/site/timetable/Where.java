package org.tinkuy.site.timetable;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;

/// A column of a timetable: a place, or what happens nowhere in particular.
///
/// @param event `null`: what lies directly under the programme
/// @param place `null`: none is stated
public record Where(
        Programme programme, @Nullable Event event, @Nullable String place, boolean online) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /// By events as their programme lists them, then by places, where `Sala 2` comes before `Sala
    /// 10`.
    static final Comparator<Where> IN_ORDER =
            comparing((Where where) -> where.programme().slug())
                    .thenComparingInt(Where::sequence)
                    .thenComparing(Where::sortedName, nullsFirst(naturalOrder()));

    /// By what columns are told apart, without comparing whole programmes.
    record Key(UUID owner, @Nullable String place) {
        static Key of(LocatedSession at) {
            var event = at.event();
            return new Key(event == null ? at.programme().id() : event.id(), at.session().place());
        }
    }

    public static Where of(LocatedSession at) {
        return new Where(
                at.programme(),
                at.event(),
                at.session().place(),
                at.session().place() == null && Objects.equals(at.mode(), "online"));
    }

    private int sequence() {
        return event == null ? -1 : programme.events().indexOf(event);
    }

    private @Nullable String sortedName() {
        return place == null
                ? null
                : NUMBER.matcher(place)
                        .replaceAll(number ->
                                String.format(
                                        Locale.ROOT, "%09d", Integer.parseInt(number.group())));
    }
}
